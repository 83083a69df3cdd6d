import type { RowResult } from '../client/port';
import { countFigure } from './figures';
import { openPageDialog } from './pageDialog';
import type { SummaryReader } from './port';
import { baseSentence, groupByReason, type ReasonGroup, reasonsOf } from './reasons';
import { RESULTS_PAGE, type ResultsDocument, type ResultsGroup } from './results';
import { linkPage } from './tabChannel';
import { userDatePattern } from './userDates';
import { resource, text } from './userTexts';

/** Heights in pixels of what the page shows. */
const HEIGHT = { frame: 210, group: 76, reasonLine: 22, row: 35, max: 680 } as const;
const WIDTH = 760;

/** A long list does not help: what is beyond this is counted. */
const ROWS_SHOWN_MAX = 500;

/** Lists the refused rows by their reasons and waits until the person has seen enough. */
export async function showRefused(
  table: string,
  refused: readonly RowResult[],
  summariesOf: SummaryReader,
): Promise<void> {
  const title = refused.length === 1 ? text('RefusedOne') : text('RefusedTitle', countFigure(refused.length));
  const shown = await resultsOf(table, refused, summariesOf);
  const link = linkPage<ResultsDocument>(RESULTS_PAGE);
  link.show(shown);
  await openPageDialog({ page: RESULTS_PAGE, title, widthPx: WIDTH, heightPx: heightOf(shown) }, link);
}

async function resultsOf(
  table: string,
  refused: readonly RowResult[],
  summariesOf: SummaryReader,
): Promise<ResultsDocument> {
  const groups = listedOf(groupsOf(refused));
  const ids = groups.flatMap(({ rows }) => rows.map(({ row }) => row.id));
  const summaries = await summariesOf(ids);
  const hidden = refused.length - ids.length;
  return {
    intro: text(refused.length === 1 ? 'RefusedIntroOne' : 'RefusedIntro'),
    columns: [text('ColumnRow'), text('ColumnCustomer'), text('ColumnContract'), text('ColumnReason')],
    more: hidden > 0 ? text('MoreRows', countFigure(hidden)) : '',
    close: text('Close'),
    table,
    groups: groups.map(({ reasons, rows, rowsTotal }): ResultsGroup => ({
      count: rowsTotal === 1 ? text('RowsCountOne') : text('RowsCount', countFigure(rowsTotal)),
      reasons,
      rows: rows.map(({ row: { id }, own }) => {
        const summary = summaries.get(id);
        return {
          id,
          name: summary?.name || id,
          customer: summary?.customer ?? '',
          contract: summary?.contract ?? '',
          own,
        };
      }),
    })),
  };
}

function groupsOf(refused: readonly RowResult[]): readonly ReasonGroup<RowResult>[] {
  const pattern = userDatePattern();
  const rowWords = text('ThisRow');
  return groupByReason(
    refused.map((row) => ({ row, reasons: reasonsOf(row.message ?? '', sentence, rowWords, pattern) })),
  );
}

/** Every group with its count, and of its rows those that the page lists. */
function listedOf(
  groups: readonly ReasonGroup<RowResult>[],
): readonly (ReasonGroup<RowResult> & { readonly rowsTotal: number })[] {
  let left = ROWS_SHOWN_MAX;
  return groups.map((group) => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return { ...group, rows, rowsTotal: group.rows.length };
  });
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
