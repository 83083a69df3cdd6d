import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { runCommand } from './refusals';
import type { RequestOptions, WebApi } from './webApi';

type Answer = ReturnType<typeof runCommand>;

/** The commands as tests mostly use them; `parameters` adds to or replaces what is sent. */
export interface Commands {
  /** Marks rows Ready to invoice. */
  ready(table: string, ids: readonly string[], options?: RequestOptions): Answer;
  notReady(table: string, ids: readonly string[], options?: RequestOptions): Answer;
  createInvoices(parameters: object, options?: RequestOptions): Answer;
  confirm(ids: readonly string[], parameters?: object, options?: RequestOptions): Answer;
  /** The first draft of a contract whose rows are due. */
  draftOf(contractId: string): Promise<string>;
}

export function commands(api: WebApi): Commands {
  const mark = (Table: string, Ids: readonly string[], Status: BillingStatus, options?: RequestOptions): Answer =>
    runCommand(api, 'bbl_SetBillingStatus', { Table, Ids, Status }, options);
  const run: Commands = {
    ready: (table, ids, options) => mark(table, ids, BillingStatus.ReadyToInvoice, options),
    notReady: (table, ids, options) => mark(table, ids, BillingStatus.NotReadyToInvoice, options),
    createInvoices: (parameters, options) => runCommand(api, 'bbl_CreateInvoices', parameters, options),
    confirm: (Ids, parameters, options) => runCommand(api, 'bbl_ConfirmInvoices', { Ids, ...parameters }, options),
    async draftOf(contractId) {
      const { invoiceIds, results } = await run.createInvoices({ ContractIds: [contractId] });
      const [draft] = invoiceIds;
      if (draft === undefined) throw new Error(`No draft was made: ${JSON.stringify(results)}`);
      return draft;
    },
  };
  return run;
}
