import type { Mark } from '@bbl/domain';
import { ContractLine } from '@bbl/dataverse/generated/tables';
import { publish } from './publish';
import { dataverseClient } from './client/dataverseClient';
import { plainId } from './client/outcome';
import type { MarkableTable } from './client/port';
import { sharesStore } from './client/sharesStore';
import { deleteDraftsCommand } from './ribbon/deleteDrafts';
import { enableRules } from './ribbon/enableRules';
import { distributeCommand } from './ribbon/evenlyDistribute';
import { formRowOf, savedBefore } from './ribbon/formRow';
import { isFixedPrice, scheduleCommands } from './ribbon/generateMilestones';
import { confirmCommand } from './ribbon/confirm';
import { createInvoiceCommands } from './ribbon/createInvoice';
import { invoiceFormCommands } from './ribbon/invoiceForm';
import { markCommands } from './ribbon/mark';
import { rowsOf, viewFetchXml, type RibbonControl } from './ribbon/rows';
import type { Refreshable } from './ui/port';
import { scheduleDialogs } from './ui/scheduleDialogs';
import { xrmUi } from './ui/xrmUi';

/**
 * What the ribbons name (`Bbl.Commands.…`). Every function takes the grid or form, the ids of the rows and their
 * table, in this order, from the CrmParameters of the command; on a sub-grid of milestones the form around as well.
 */
const client = dataverseClient(Xrm.WebApi);
const rules = enableRules(client, xrmUi.nowMs);
const { mark, markAll } = markCommands(client, xrmUi);
const invoices = createInvoiceCommands(client, xrmUi);
const confirmDrafts = confirmCommand(client, xrmUi);
const schedule = scheduleCommands(xrmUi, scheduleDialogs);
const deleteDrafts = deleteDraftsCommand(client, xrmUi);
const { canSave, save, saveAndClose, canAddDetail, addDetail } = invoiceFormCommands(client);
const distribute = distributeCommand(xrmUi, sharesStore);

/** Rows that a command changed are read again, by the list and by the enable rules. */
const shown = (control: RibbonControl): Refreshable => ({
  refresh() {
    rules.forget();
    rowsOf(control).refresh();
  },
});

type Command = (control: RibbonControl, ids: readonly string[], table: string, around?: RibbonControl) => Promise<void>;
type Rule = (control: RibbonControl, ids: readonly string[], table: string) => Promise<boolean>;

/**
 * What is on the screen is saved first: the form, so that the next invoice is marked with the figure that it shows, and
 * the schedule of the line, whose edits billing could lock out.
 */
const isScreenSaved = async (control: RibbonControl, around: RibbonControl | undefined): Promise<boolean> =>
  (await savedBefore(control)) && (await schedule.isSaved(formRowOf(around ?? null)));
const marking =
  (status: Mark): Command =>
  async (control, ids, table, around) => {
    if (await isScreenSaved(control, around))
      await mark(shown(control), ids.map(plainId), table as MarkableTable, status);
  };
const markReady = marking('Ready');
const markNotReady = marking('NotReady');

/** All rows of the view: the ribbon hands over the grid and the table. */
const markAllReady = (control: RibbonControl, table: string) =>
  markAll(shown(control), viewFetchXml(control), table as MarkableTable, 'Ready');
const markAllNotReady = (control: RibbonControl, table: string) =>
  markAll(shown(control), viewFetchXml(control), table as MarkableTable, 'NotReady');

const createInvoice: Command = async (control, ids, table, around) => {
  if (!(await schedule.isSaved(formRowOf(around ?? null)))) return;
  if (table === 'bbl_contract') await invoices.createFromContracts(shown(control), ids.map(plainId));
  else await invoices.createFromSources(shown(control), ids.map(plainId), table as MarkableTable);
};
const confirmInvoices: Command = (control, ids) => confirmDrafts(shown(control), ids.map(plainId));

/** On a form the row is gone with the form; a list reads its rows again. */
const deleteInvoices: Command = async (control, ids) => {
  const isForm = control.data !== undefined;
  const gone = await deleteDrafts(isForm ? { refresh: rules.forget } : shown(control), ids.map(plainId));
  if (isForm && gone > 0) control.ui?.close?.();
};

const canMarkReady: Rule = (_control, ids, table) => rules.canMark(table, ids.map(plainId), 'Ready');
const canMarkNotReady: Rule = (_control, ids, table) => rules.canMark(table, ids.map(plainId), 'NotReady');
const canCreateInvoice: Rule = (_control, ids, table) => rules.canCreateInvoice(table, ids.map(plainId));
const canConfirm: Rule = (_control, ids) => rules.canConfirm(ids.map(plainId));

/** Drafts can be deleted as well as confirmed, and nothing else can. */
const canDelete = canConfirm;

/** A command of a form's row, on the form itself or on one of its sub-grids. */
type FormCommand = (form: Xrm.FormContext) => Promise<void>;

const onLine = (form: Xrm.FormContext): boolean =>
  formRowOf(form)?.table === ContractLine.table &&
  isFixedPrice({
    lineType: form.getAttribute(ContractLine.LineType)?.getValue(),
    billingMethod: form.getAttribute(ContractLine.BillingMethod)?.getValue(),
  });
const canChangeSchedule = (form: Xrm.FormContext): boolean => onLine(form) && formRowOf(form)?.id !== '';
const canDistribute = (form: Xrm.FormContext): boolean => sharesStore.isLevel(formRowOf(form)?.table ?? '');

const generateMilestones: FormCommand = async (form) => {
  const line = formRowOf(form);
  if (line && (await savedBefore(form))) await schedule.generate(line, shown(form));
};
const newMilestone: FormCommand = async (form) => {
  const line = formRowOf(form);
  if (line) await schedule.newMilestone(line, form.data.entity.getPrimaryAttributeValue(), shown(form));
};
const evenlyDistribute: FormCommand = async (form) => {
  const level = formRowOf(form);
  if (level) await distribute(level, shown(form));
};

publish('Commands', {
  markReady,
  markNotReady,
  markAllReady,
  markAllNotReady,
  createInvoice,
  confirmInvoices,
  deleteInvoices,
  save,
  saveAndClose,
  addDetail,
  canMarkReady,
  canMarkNotReady,
  canCreateInvoice,
  canConfirm,
  canDelete,
  canSave,
  canAddDetail,
  generateMilestones,
  newMilestone,
  canChangeSchedule,
  evenlyDistribute,
  canDistribute,
});
