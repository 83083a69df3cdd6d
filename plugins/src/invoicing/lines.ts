import type { DraftFilling } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import { required } from '@bbl/dataverse/mapping';
import type { Service } from '../runtime/service';

/** What invoice lines are called, by contract line id. */
export type LineNames = ReadonlyMap<string, string>;

export function readLineNames(system: Service, fillings: readonly Pick<DraftFilling, 'sources'>[]): LineNames {
  const ids = fillings.flatMap(({ sources }) => sources.flatMap(({ contractLineId }) => contractLineId ?? []));
  const rows = system.queryIn('bbl_contractline', ['bbl_contractlineid', 'bbl_name'], 'bbl_contractlineid', ids);
  return new Map(rows.map((row) => [required(row.bbl_contractlineid), row.bbl_name ?? '']));
}

/** The lines that a draft has already, by contract line; null is the line of billed retainers. */
export function readDraftLines(system: Service, invoiceId: string): Map<string | null, string> {
  const rows = system.query('bbl_invoiceline', ['bbl_invoicelineid', 'bbl_contractlineid'], (query) =>
    query.where(eq('bbl_invoiceid', invoiceId)),
  );
  return new Map(rows.map((row) => [row.bbl_contractlineid, required(row.bbl_invoicelineid)]));
}
