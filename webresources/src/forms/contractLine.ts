import { BillingMethod, BillingStatus, LineType } from '@bbl/dataverse/generated/choices';
import { ContractLine } from '@bbl/dataverse/generated/tables';
import {
  type FormContext,
  isExisting,
  onChange,
  onSaved,
  setLocked,
  setSectionShown,
  setShown,
  setTabShown,
  tellHidden,
  valueOf,
} from './form';
import { saveScheduleWith } from './saveSchedule';
import { checkSchedule } from './scheduleCheck';
import { checkShares } from './sharesCheck';

const PRODUCT_COLUMNS = [
  ContractLine.ProductName,
  ContractLine.RequestedDeliveryDate,
  ContractLine.Quantity,
  ContractLine.PricePerUnit,
  ContractLine.Amount,
  ContractLine.Tax,
  ContractLine.BillingStatus,
  ContractLine.InvoiceId,
];
const PROJECT_COLUMNS = [ContractLine.ProjectId, ContractLine.BillingMethod];
const FIXED_PRICE_COLUMNS = [
  ContractLine.InvoiceScheduleType,
  ContractLine.ContractedAmount,
  ContractLine.EstimatedTax,
  ContractLine.ContractedAmountAfterTax,
];
const TIME_AND_MATERIAL_COLUMNS = [
  ContractLine.IncludeTime,
  ContractLine.IncludeExpense,
  ContractLine.IncludeMaterial,
  ContractLine.IncludeFee,
  ContractLine.NotToExceedLimit,
];
/** What a product line may change only while it is Not ready. domain.md 2.4-5. */
const BILLED_COLUMNS = [
  ContractLine.ProductName,
  ContractLine.RequestedDeliveryDate,
  ContractLine.Quantity,
  ContractLine.PricePerUnit,
  ContractLine.Tax,
];

/**
 * Shows what fits the kind of line: the schedule type stands on fixed price lines alone. Says whether milestones and
 * percentages add up. domain.md 2.4-1, 2.4-5, 4.4-2, 5.1-2.
 */
export function onLoadContractLine(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  const apply = () => showKind(form);
  apply();
  if (isProduct(form)) tellHidden(form, ContractLine.BillingStatus);
  const checkTotals = checkSchedule(form, () => isFixedPrice(form));
  checkShares(form, () => !isProduct(form));
  saveScheduleWith(form);
  for (const column of [ContractLine.LineType, ContractLine.BillingMethod]) {
    onChange(form, column, () => {
      apply();
      checkTotals();
    });
  }
  // A new line gets its tabs and its lasting columns with the first save.
  onSaved(form, apply);
}

const isProduct = (form: FormContext): boolean => valueOf(form, ContractLine.LineType) === LineType.Product;
const isFixedPrice = (form: FormContext): boolean =>
  !isProduct(form) && valueOf(form, ContractLine.BillingMethod) === BillingMethod.FixedPrice;

function showKind(form: FormContext): void {
  const ofProduct = isProduct(form);
  const ofFixedPrice = isFixedPrice(form);
  const ofTime = !ofProduct && valueOf(form, ContractLine.BillingMethod) === BillingMethod.TimeAndMaterial;
  if (isExisting(form)) setLocked(form, [ContractLine.LineType, ContractLine.ContractId], true);
  setShown(form, PRODUCT_COLUMNS, ofProduct);
  setShown(form, PROJECT_COLUMNS, !ofProduct);
  setShown(form, FIXED_PRICE_COLUMNS, ofFixedPrice);
  setShown(form, TIME_AND_MATERIAL_COLUMNS, ofTime);
  setTabShown(form, 'invoiceschedule', !ofProduct && isExisting(form));
  setTabShown(form, 'customers', !ofProduct && isExisting(form));
  setSectionShown(form, 'invoiceschedule', 'milestones', ofFixedPrice);
  setSectionShown(form, 'invoiceschedule', 'schedules', ofTime);
  setSectionShown(form, 'billing', 'splits', ofFixedPrice);
  setSectionShown(form, 'billing', 'actuals', !ofProduct);

  const status = valueOf(form, ContractLine.BillingStatus);
  setLocked(form, BILLED_COLUMNS, ofProduct && status !== null && status !== BillingStatus.NotReadyToInvoice);
}
