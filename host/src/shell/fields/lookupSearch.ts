import type { ViewMetadata } from '@bbl/dataverse/metadata';
import type { LookupRef } from '../api/rows';
import { composeFetch } from '../fetch/composeFetch';
import { allOf } from '../fetch/filter';
import { likePattern } from '../fetch/quickFind';
import { columnsOf } from '../grid/columns';
import { GridRecord } from '../grid/gridRecord';
import type { AppModel } from '../model/appModel';
import type { Client } from '../api/client';

/** Suggestions of one table at a time. */
export const SUGGESTIONS_MAX = 10;

export interface Suggestion {
  readonly row: LookupRef;
  /** What tells rows of the same name apart: the view's next columns. */
  readonly details: string;
}

/** Rows of `table` that a lookup offers for what was typed; nothing typed offers the first ones. */
export async function searchLookup(
  client: Client,
  model: AppModel,
  table: string,
  text: string,
  filterXml: readonly string[] = [],
): Promise<readonly Suggestion[]> {
  const view = model.lookupView(table);
  const quickFind = model.quickFindView(table);
  const { primaryName, primaryId } = model.table(table);
  const nameFilter =
    quickFind || text.trim() === ''
      ? []
      : [allOf({ column: primaryName, operator: 'like', values: [likePattern(text)] })];
  const fetchXml = composeFetch(
    {
      viewFetchXml: view.fetchXml,
      filters: nameFilter,
      filterXml,
      addedColumns: [primaryName, primaryId],
      addedLinks: [],
      ...(quickFind ? { quickFind: { viewFetchXml: quickFind.fetchXml, text } } : {}),
    },
    { page: 1, rowsMax: SUGGESTIONS_MAX },
  );
  const { rows } = await client.fetchPage(table, fetchXml);
  return rows.map((row) => toSuggestion(model, view, new GridRecord(model.table(table), row)));
}

function toSuggestion(model: AppModel, view: ViewMetadata, record: GridRecord): Suggestion {
  const details = columnsOf(model, view)
    .filter((column) => !column.isPrimary)
    .map((column) => record.formatted(column.name))
    .filter((text) => text !== '')
    .slice(0, 2)
    .join(' · ');
  return { row: record.reference, details };
}
