import type { Mark } from '@bbl/domain';
import type { CustomApiName, CustomApiTypes } from '@bbl/dataverse/generated/customApis';
import { metadataCache } from '@bbl/dataverse/generated/dataverseMetadata';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { setMetadataCache, XrmContextDataverseClient, type MetadataCache } from 'dataverse-ify';
import { readerOf } from './facts';
import { toCallFault } from './faults';
import { idParts } from './idParts';
import { parseResults, plainId } from './outcome';
import type { BillingClient, GeneratedMilestone, RowFacts } from './port';
import type { RawRow } from './rawRow';
import { readBillable, readSummaries } from './rowSummaries';
import { countDetails, hasTimeAndMaterial } from './invoiceReads';
import { countRows } from './viewRows';

const STATUS: { readonly [mark in Mark]: number } = {
  Ready: BillingStatus.ReadyToInvoice,
  NotReady: BillingStatus.NotReadyToInvoice,
};

/** The client over `Xrm.WebApi`; dataverse-ify turns requests and rows into what the Web API wants. */
export function dataverseClient(webApi: typeof Xrm.WebApi): BillingClient {
  // Its types are those of an older Xrm typing and of a mutable cache; the shapes are the same.
  setMetadataCache(metadataCache as unknown as MetadataCache);
  const client = new XrmContextDataverseClient(webApi as unknown as Xrm.WebApi);

  async function execute<N extends CustomApiName>(
    name: N,
    request: CustomApiTypes[N]['request'],
  ): Promise<CustomApiTypes[N]['response']> {
    try {
      const answer = await client.execute<CustomApiTypes[N]['response']>({ logicalName: name, ...request });
      return answer ?? ({} as CustomApiTypes[N]['response']);
    } catch (error) {
      throw toCallFault(error);
    }
  }

  async function readFacts(table: string, ids: readonly string[]): Promise<readonly RowFacts[]> {
    const reader = readerOf(table);
    if (!reader || ids.length === 0) return [];
    const facts: RowFacts[] = [];
    for (const part of idParts(ids)) {
      const query = reader.query(part);
      const page = await client.retrieveMultiple(query.toXml(), { logicalName: table, returnRawEntities: true });
      facts.push(...reader.read(page.entities as unknown as readonly RawRow[]));
    }
    return facts;
  }

  return {
    async setBillingStatus(table, selection, mark, after) {
      const rows = 'ids' in selection ? { Ids: selection.ids.map(plainId) } : { FetchXml: selection.fetchXml };
      const request = { Table: table, ...rows, Status: STATUS[mark], ...continuing(after) };
      const { Results, Next } = await execute('bbl_SetBillingStatus', request);
      return { results: parseResults(Results), next: Next ?? '' };
    },

    async createInvoices(wanted, invoiceDate, after) {
      const what =
        'contractIds' in wanted
          ? { ContractIds: wanted.contractIds.map(plainId) }
          : { Sources: JSON.stringify(wanted.sources.map(({ table, id }) => ({ table, id: plainId(id) }))) };
      const request = { ...what, InvoiceDate: invoiceDate, ...continuing(after) };
      const { InvoiceIds, Results, Next } = await execute('bbl_CreateInvoices', request);
      return { invoiceIds: InvoiceIds ?? [], results: parseResults(Results), next: Next ?? '' };
    },

    async confirmInvoices(ids, accountingDate, after) {
      const request = { Ids: ids.map(plainId), AccountingDate: accountingDate, ...continuing(after) };
      const { Results, Next } = await execute('bbl_ConfirmInvoices', request);
      return { results: parseResults(Results), next: Next ?? '' };
    },

    async generateMilestones(lineId, mode) {
      const request = { ContractLineId: plainId(lineId), Mode: mode };
      const { Milestones, Created } = await execute('bbl_GenerateMilestones', request);
      return { milestones: JSON.parse(Milestones) as GeneratedMilestone[], createdCount: Created };
    },

    async facts(table, ids) {
      try {
        return await readFacts(table, ids);
      } catch (error) {
        throw toCallFault(error);
      }
    },

    summaries: readSummaries,
    billable: readBillable,
    countRows,
    detailsCount: countDetails,
    hasTimeAndMaterial,

    async deleteRow(table, id) {
      try {
        await webApi.deleteRecord(table, plainId(id));
      } catch (error) {
        throw toCallFault(error);
      }
    },
  };
}

/** The first call of a series sends no continuation at all. */
const continuing = (after: string): { readonly After?: string } => (after === '' ? {} : { After: after });
