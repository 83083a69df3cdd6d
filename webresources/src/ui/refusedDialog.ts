import type { RefusedRow } from './port';
import { baseSentence, groupByReason, reasonsOf } from './reasons';
import { RESULTS_PAGE, type ResultsDocument, type ResultsGroup } from './results';
import { linkPage } from './tabChannel';
import { userDatePattern } from './userDates';
import { resource, text } from './userTexts';

/** Heights in pixels of what the page shows; the platform gives a dialog its height when it opens. */
const HEIGHT = { frame: 210, group: 76, reasonLine: 22, row: 35, max: 680 } as const;

/** Lists the refused rows by their reasons and waits until the person has seen enough. */
export async function showRefused(table: string, rows: readonly RefusedRow[]): Promise<void> {
  const title = rows.length === 1 ? text('RefusedOne') : text('RefusedTitle', rows.length);
  const shown = resultsOf(table, rows);
  linkPage<ResultsDocument>(RESULTS_PAGE).show(shown);
  await Xrm.Navigation.navigateTo(
    { pageType: 'webresource', webresourceName: RESULTS_PAGE },
    { target: 2, position: 1, width: px(760), height: px(heightOf(shown)), title },
  );
}

const px = (value: number): { readonly value: number; readonly unit: 'px' } => ({ value, unit: 'px' });

function resultsOf(table: string, rows: readonly RefusedRow[]): ResultsDocument {
  return {
    intro: text(rows.length === 1 ? 'RefusedIntroOne' : 'RefusedIntro'),
    columns: [text('ColumnRow'), text('ColumnCustomer'), text('ColumnContract'), text('ColumnReason')],
    more: text('MoreRows', '{0}'),
    close: text('Close'),
    table,
    groups: groupsOf(rows),
  };
}

function groupsOf(refused: readonly RefusedRow[]): readonly ResultsGroup[] {
  const pattern = userDatePattern();
  const groups = groupByReason(
    refused.map((row) => ({
      row,
      reasons: reasonsOf(row.result.message ?? '', sentence, text('ThisRow'), pattern),
    })),
  );
  return groups.map(({ reasons, rows }) => ({
    count: rows.length === 1 ? text('RowsCountOne') : text('RowsCount', rows.length),
    reasons,
    rows: rows.map(({ row: { result, summary }, own }) => ({
      id: result.id,
      name: summary?.name || result.id,
      customer: summary?.customer ?? '',
      contract: summary?.contract ?? '',
      own,
    })),
  }));
}

const sentence = (code: string): string | undefined => resource(code) ?? baseSentence(code);

function heightOf({ groups }: ResultsDocument): number {
  const inside = groups.map(
    ({ reasons, rows }) => HEIGHT.group + reasons.length * HEIGHT.reasonLine + rows.length * HEIGHT.row,
  );
  return Math.min(
    HEIGHT.max,
    inside.reduce((total, each) => total + each, HEIGHT.frame),
  );
}
