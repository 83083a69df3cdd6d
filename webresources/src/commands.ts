import { publish } from './publish';
import { dataverseClient } from './client/dataverseClient';
import { plainId } from './client/outcome';
import type { MarkableTable } from './client/port';
import { enableRules } from './ribbon/enableRules';
import { invoiceCommands } from './ribbon/invoices';
import { markCommands } from './ribbon/mark';
import { rowsOf, viewFetchXml, type RibbonControl } from './ribbon/rows';
import type { Refreshable } from './ui/port';
import { xrmUi } from './ui/xrmUi';

/**
 * What the ribbons name (`Bbl.Commands.…`). Every function takes the grid or form, the ids of the rows and their
 * table, in this order, from the CrmParameters of the command.
 */
const client = dataverseClient(Xrm.WebApi);
const rules = enableRules(client, xrmUi.nowMs);
const { mark, markAll } = markCommands(client, xrmUi);
const invoices = invoiceCommands(client, xrmUi);

/** Rows that a command changed are read again, by the list and by the enable rules. */
const shown = (control: RibbonControl): Refreshable => ({
  refresh() {
    rules.forget();
    rowsOf(control).refresh();
  },
});

type Command = (control: RibbonControl, ids: readonly string[], table: string) => Promise<void>;
type Rule = (control: RibbonControl, ids: readonly string[], table: string) => Promise<boolean>;

const markReady: Command = (control, ids, table) =>
  mark(shown(control), ids.map(plainId), table as MarkableTable, 'Ready');
const markNotReady: Command = (control, ids, table) =>
  mark(shown(control), ids.map(plainId), table as MarkableTable, 'NotReady');

/** All rows of the view: the ribbon hands over the grid and the table. */
const markAllReady = (control: RibbonControl, table: string) =>
  markAll(shown(control), viewFetchXml(control), table as MarkableTable, 'Ready');
const markAllNotReady = (control: RibbonControl, table: string) =>
  markAll(shown(control), viewFetchXml(control), table as MarkableTable, 'NotReady');

const createInvoice: Command = (control, ids, table) =>
  table === 'bbl_contract'
    ? invoices.createFromContracts(shown(control), ids.map(plainId))
    : invoices.createFromSources(shown(control), ids.map(plainId), table as MarkableTable);
const confirmInvoices: Command = (control, ids) => invoices.confirm(shown(control), ids.map(plainId));

const canMarkReady: Rule = (_control, ids, table) => rules.canMark(table, ids.map(plainId), 'Ready');
const canMarkNotReady: Rule = (_control, ids, table) => rules.canMark(table, ids.map(plainId), 'NotReady');
const canCreateInvoice: Rule = (_control, ids, table) => rules.canCreateInvoice(table, ids.map(plainId));
const canConfirm: Rule = (_control, ids) => rules.canConfirm(ids.map(plainId));

publish('Commands', {
  markReady,
  markNotReady,
  markAllReady,
  markAllNotReady,
  createInvoice,
  confirmInvoices,
  canMarkReady,
  canMarkNotReady,
  canCreateInvoice,
  canConfirm,
});
