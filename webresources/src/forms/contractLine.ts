import { BillingMethod, BillingStatus, LineType } from '@bbl/dataverse/generated/choices';
import { ContractLine } from '@bbl/dataverse/generated/tables';
import { type FormContext, isExisting, onChange, setLocked, setShown, setTabShown, valueOf } from './form';

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

/** Shows what fits the kind of line: the schedule type stands on fixed price lines alone. domain.md 2.4-1, 2.4-5. */
export function onLoadContractLine(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  const apply = () => showKind(form);
  onChange(form, ContractLine.LineType, apply);
  onChange(form, ContractLine.BillingMethod, apply);
  if (isExisting(form)) setLocked(form, [ContractLine.LineType, ContractLine.ContractId], true);
  apply();
}

function showKind(form: FormContext): void {
  const isProduct = valueOf(form, ContractLine.LineType) === LineType.Product;
  const method = valueOf(form, ContractLine.BillingMethod);
  setShown(form, PRODUCT_COLUMNS, isProduct);
  setShown(form, PROJECT_COLUMNS, !isProduct);
  setShown(form, FIXED_PRICE_COLUMNS, !isProduct && method === BillingMethod.FixedPrice);
  setShown(form, TIME_AND_MATERIAL_COLUMNS, !isProduct && method === BillingMethod.TimeAndMaterial);
  setTabShown(form, 'invoiceschedule', !isProduct && isExisting(form));
  setTabShown(form, 'customers', !isProduct && isExisting(form));

  const status = valueOf(form, ContractLine.BillingStatus);
  setLocked(form, BILLED_COLUMNS, isProduct && status !== null && status !== BillingStatus.NotReadyToInvoice);
}
