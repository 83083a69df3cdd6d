// Generated from solution/ by `npm run gen`. Do not edit.

import type {
  AdjustmentStatus,
  BillingMethod,
  BillingStatus,
  BillingType,
  ContractStatus,
  DaysOfRun,
  EntryStatus,
  FrequencyPeriod,
  HeaderStatus,
  InvoiceScheduleType,
  InvoiceStatus,
  LineType,
  NteStatus,
  Occurrence,
  OriginKind,
  RefundStatus,
  RunStatus,
  TransactionClass,
  TransactionType,
  Weekday,
} from './choices';

/** Money or decimal as an exact decimal string, for example "-1200.5". */

export type DecimalText = string;

/** Actual: names. */
export const Actual = {
  table: 'bbl_actual',
  set: 'bbl_actuals',
  id: 'bbl_actualid',
  AccountId: 'bbl_accountid',
  ActualId: 'bbl_actualid',
  AdjustmentStatus: 'bbl_adjustmentstatus',
  Amount: 'bbl_amount',
  AmountBase: 'bbl_amount_base',
  BillingStatus: 'bbl_billingstatus',
  BillingType: 'bbl_billingtype',
  CategoryName: 'bbl_categoryname',
  ContractId: 'bbl_contractid',
  ContractLineCustomerId: 'bbl_contractlinecustomerid',
  ContractLineId: 'bbl_contractlineid',
  Date: 'bbl_date',
  InvoiceId: 'bbl_invoiceid',
  MilestoneSplitId: 'bbl_milestonesplitid',
  Name: 'bbl_name',
  NteDetail: 'bbl_ntedetail',
  NteStatus: 'bbl_ntestatus',
  OriginalActualId: 'bbl_originalactualid',
  OriginKind: 'bbl_originkind',
  Price: 'bbl_price',
  PriceBase: 'bbl_price_base',
  ProjectEntryId: 'bbl_projectentryid',
  ProjectId: 'bbl_projectid',
  Quantity: 'bbl_quantity',
  ResourceName: 'bbl_resourcename',
  RetainerId: 'bbl_retainerid',
  RoleName: 'bbl_rolename',
  Tax: 'bbl_tax',
  TaxBase: 'bbl_tax_base',
  TransactionClass: 'bbl_transactionclass',
  TransactionType: 'bbl_transactiontype',
  Unit: 'bbl_unit',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Actual: a plain row. */
export interface ActualRow {
  bbl_accountid?: string | null;
  bbl_actualid?: string | null;
  bbl_adjustmentstatus?: AdjustmentStatus | null;
  bbl_amount?: DecimalText | null;
  bbl_amount_base?: DecimalText | null;
  bbl_billingstatus?: BillingStatus | null;
  bbl_billingtype?: BillingType | null;
  bbl_categoryname?: string | null;
  bbl_contractid?: string | null;
  bbl_contractlinecustomerid?: string | null;
  bbl_contractlineid?: string | null;
  bbl_date?: string | null;
  bbl_invoiceid?: string | null;
  bbl_milestonesplitid?: string | null;
  bbl_name?: string | null;
  bbl_ntedetail?: string | null;
  bbl_ntestatus?: NteStatus | null;
  bbl_originalactualid?: string | null;
  bbl_originkind?: OriginKind | null;
  bbl_price?: DecimalText | null;
  bbl_price_base?: DecimalText | null;
  bbl_projectentryid?: string | null;
  bbl_projectid?: string | null;
  bbl_quantity?: DecimalText | null;
  bbl_resourcename?: string | null;
  bbl_retainerid?: string | null;
  bbl_rolename?: string | null;
  bbl_tax?: DecimalText | null;
  bbl_tax_base?: DecimalText | null;
  bbl_transactionclass?: TransactionClass | null;
  bbl_transactiontype?: TransactionType | null;
  bbl_unit?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Billing Claim: names. */
export const BillingClaim = {
  table: 'bbl_billingclaim',
  set: 'bbl_billingclaims',
  id: 'bbl_billingclaimid',
  BillingClaimId: 'bbl_billingclaimid',
  InvoiceId: 'bbl_invoiceid',
  InvoiceLineDetailId: 'bbl_invoicelinedetailid',
  Name: 'bbl_name',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  VersionNumber: 'versionnumber',
} as const;
/** Billing Claim: a plain row. */
export interface BillingClaimRow {
  bbl_billingclaimid?: string | null;
  bbl_invoiceid?: string | null;
  bbl_invoicelinedetailid?: string | null;
  bbl_name?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  versionnumber?: number | null;
}

/** Billing Event: names. */
export const BillingEvent = {
  table: 'bbl_billingevent',
  set: 'bbl_billingevents',
  id: 'bbl_billingeventid',
  BillingEventId: 'bbl_billingeventid',
  Command: 'bbl_command',
  FromStatus: 'bbl_fromstatus',
  Name: 'bbl_name',
  Reason: 'bbl_reason',
  SourceColumn: 'bbl_sourcecolumn',
  SourceId: 'bbl_sourceid',
  SourceTable: 'bbl_sourcetable',
  ToStatus: 'bbl_tostatus',
  UserId: 'bbl_userid',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  VersionNumber: 'versionnumber',
} as const;
/** Billing Event: a plain row. */
export interface BillingEventRow {
  bbl_billingeventid?: string | null;
  bbl_command?: string | null;
  bbl_fromstatus?: number | null;
  bbl_name?: string | null;
  bbl_reason?: string | null;
  bbl_sourcecolumn?: string | null;
  bbl_sourceid?: string | null;
  bbl_sourcetable?: string | null;
  bbl_tostatus?: number | null;
  bbl_userid?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  versionnumber?: number | null;
}

/** Project Contract: names. */
export const Contract = {
  table: 'bbl_contract',
  set: 'bbl_contracts',
  id: 'bbl_contractid',
  ContractId: 'bbl_contractid',
  ContractStatus: 'bbl_contractstatus',
  CustomerId: 'bbl_customerid',
  Name: 'bbl_name',
  NotToExceedLimit: 'bbl_nottoexceedlimit',
  NotToExceedLimitBase: 'bbl_nottoexceedlimit_base',
  Number: 'bbl_number',
  RequestedDeliveryDate: 'bbl_requesteddeliverydate',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Project Contract: a plain row. */
export interface ContractRow {
  bbl_contractid?: string | null;
  bbl_contractstatus?: ContractStatus | null;
  bbl_customerid?: string | null;
  bbl_name?: string | null;
  bbl_nottoexceedlimit?: DecimalText | null;
  bbl_nottoexceedlimit_base?: DecimalText | null;
  bbl_number?: string | null;
  bbl_requesteddeliverydate?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Project Contract Customer: names. */
export const ContractCustomer = {
  table: 'bbl_contractcustomer',
  set: 'bbl_contractcustomers',
  id: 'bbl_contractcustomerid',
  AccountId: 'bbl_accountid',
  BillingSplit: 'bbl_billingsplit',
  BillToName: 'bbl_billtoname',
  ContractCustomerId: 'bbl_contractcustomerid',
  ContractId: 'bbl_contractid',
  IsPrimary: 'bbl_isprimary',
  IsRounding: 'bbl_isrounding',
  Name: 'bbl_name',
  NotToExceedLimit: 'bbl_nottoexceedlimit',
  NotToExceedLimitBase: 'bbl_nottoexceedlimit_base',
  PaymentTerms: 'bbl_paymentterms',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Project Contract Customer: a plain row. */
export interface ContractCustomerRow {
  bbl_accountid?: string | null;
  bbl_billingsplit?: DecimalText | null;
  bbl_billtoname?: string | null;
  bbl_contractcustomerid?: string | null;
  bbl_contractid?: string | null;
  bbl_isprimary?: boolean | null;
  bbl_isrounding?: boolean | null;
  bbl_name?: string | null;
  bbl_nottoexceedlimit?: DecimalText | null;
  bbl_nottoexceedlimit_base?: DecimalText | null;
  bbl_paymentterms?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Project Contract Line: names. */
export const ContractLine = {
  table: 'bbl_contractline',
  set: 'bbl_contractlines',
  id: 'bbl_contractlineid',
  Amount: 'bbl_amount',
  AmountBase: 'bbl_amount_base',
  BillingMethod: 'bbl_billingmethod',
  BillingStart: 'bbl_billingstart',
  BillingStatus: 'bbl_billingstatus',
  ContractedAmount: 'bbl_contractedamount',
  ContractedAmountBase: 'bbl_contractedamount_base',
  ContractedAmountAfterTax: 'bbl_contractedamountaftertax',
  ContractedAmountAfterTaxBase: 'bbl_contractedamountaftertax_base',
  ContractId: 'bbl_contractid',
  ContractLineId: 'bbl_contractlineid',
  EstimatedTax: 'bbl_estimatedtax',
  EstimatedTaxBase: 'bbl_estimatedtax_base',
  IncludeExpense: 'bbl_includeexpense',
  IncludeFee: 'bbl_includefee',
  IncludeMaterial: 'bbl_includematerial',
  IncludeTime: 'bbl_includetime',
  InvoiceFrequencyId: 'bbl_invoicefrequencyid',
  InvoiceId: 'bbl_invoiceid',
  InvoiceScheduleType: 'bbl_invoicescheduletype',
  LineType: 'bbl_linetype',
  Name: 'bbl_name',
  NotToExceedLimit: 'bbl_nottoexceedlimit',
  NotToExceedLimitBase: 'bbl_nottoexceedlimit_base',
  PricePerUnit: 'bbl_priceperunit',
  PricePerUnitBase: 'bbl_priceperunit_base',
  ProductName: 'bbl_productname',
  ProjectId: 'bbl_projectid',
  Quantity: 'bbl_quantity',
  RequestedDeliveryDate: 'bbl_requesteddeliverydate',
  Tax: 'bbl_tax',
  TaxBase: 'bbl_tax_base',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Project Contract Line: a plain row. */
export interface ContractLineRow {
  bbl_amount?: DecimalText | null;
  bbl_amount_base?: DecimalText | null;
  bbl_billingmethod?: BillingMethod | null;
  bbl_billingstart?: string | null;
  bbl_billingstatus?: BillingStatus | null;
  bbl_contractedamount?: DecimalText | null;
  bbl_contractedamount_base?: DecimalText | null;
  bbl_contractedamountaftertax?: DecimalText | null;
  bbl_contractedamountaftertax_base?: DecimalText | null;
  bbl_contractid?: string | null;
  bbl_contractlineid?: string | null;
  bbl_estimatedtax?: DecimalText | null;
  bbl_estimatedtax_base?: DecimalText | null;
  bbl_includeexpense?: boolean | null;
  bbl_includefee?: boolean | null;
  bbl_includematerial?: boolean | null;
  bbl_includetime?: boolean | null;
  bbl_invoicefrequencyid?: string | null;
  bbl_invoiceid?: string | null;
  bbl_invoicescheduletype?: InvoiceScheduleType | null;
  bbl_linetype?: LineType | null;
  bbl_name?: string | null;
  bbl_nottoexceedlimit?: DecimalText | null;
  bbl_nottoexceedlimit_base?: DecimalText | null;
  bbl_priceperunit?: DecimalText | null;
  bbl_priceperunit_base?: DecimalText | null;
  bbl_productname?: string | null;
  bbl_projectid?: string | null;
  bbl_quantity?: DecimalText | null;
  bbl_requesteddeliverydate?: string | null;
  bbl_tax?: DecimalText | null;
  bbl_tax_base?: DecimalText | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Project Contract Line Customer: names. */
export const ContractLineCustomer = {
  table: 'bbl_contractlinecustomer',
  set: 'bbl_contractlinecustomers',
  id: 'bbl_contractlinecustomerid',
  AccountId: 'bbl_accountid',
  BillingSplit: 'bbl_billingsplit',
  ContractCustomerId: 'bbl_contractcustomerid',
  ContractLineCustomerId: 'bbl_contractlinecustomerid',
  ContractLineId: 'bbl_contractlineid',
  IsRounding: 'bbl_isrounding',
  Name: 'bbl_name',
  NotToExceedLimit: 'bbl_nottoexceedlimit',
  NotToExceedLimitBase: 'bbl_nottoexceedlimit_base',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Project Contract Line Customer: a plain row. */
export interface ContractLineCustomerRow {
  bbl_accountid?: string | null;
  bbl_billingsplit?: DecimalText | null;
  bbl_contractcustomerid?: string | null;
  bbl_contractlinecustomerid?: string | null;
  bbl_contractlineid?: string | null;
  bbl_isrounding?: boolean | null;
  bbl_name?: string | null;
  bbl_nottoexceedlimit?: DecimalText | null;
  bbl_nottoexceedlimit_base?: DecimalText | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Contract Lock: names. */
export const ContractLock = {
  table: 'bbl_contractlock',
  set: 'bbl_contractlocks',
  id: 'bbl_contractlockid',
  ContractId: 'bbl_contractid',
  ContractLockId: 'bbl_contractlockid',
  Counter: 'bbl_counter',
  Name: 'bbl_name',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  VersionNumber: 'versionnumber',
} as const;
/** Contract Lock: a plain row. */
export interface ContractLockRow {
  bbl_contractid?: string | null;
  bbl_contractlockid?: string | null;
  bbl_counter?: number | null;
  bbl_name?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  versionnumber?: number | null;
}

/** Invoice: names. */
export const Invoice = {
  table: 'bbl_invoice',
  set: 'bbl_invoices',
  id: 'bbl_invoiceid',
  AccountId: 'bbl_accountid',
  AccountingDate: 'bbl_accountingdate',
  ContractCustomerId: 'bbl_contractcustomerid',
  ContractId: 'bbl_contractid',
  CorrectsInvoiceId: 'bbl_correctsinvoiceid',
  CutoffDate: 'bbl_cutoffdate',
  InvoiceDate: 'bbl_invoicedate',
  InvoiceId: 'bbl_invoiceid',
  InvoiceStatus: 'bbl_invoicestatus',
  IsCorrection: 'bbl_iscorrection',
  LineAmount: 'bbl_lineamount',
  LineAmountBase: 'bbl_lineamount_base',
  Name: 'bbl_name',
  Number: 'bbl_number',
  RetainerApplied: 'bbl_retainerapplied',
  RetainerAppliedBase: 'bbl_retainerapplied_base',
  Tax: 'bbl_tax',
  TaxBase: 'bbl_tax_base',
  TotalAmount: 'bbl_totalamount',
  TotalAmountBase: 'bbl_totalamount_base',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Invoice: a plain row. */
export interface InvoiceRow {
  bbl_accountid?: string | null;
  bbl_accountingdate?: string | null;
  bbl_contractcustomerid?: string | null;
  bbl_contractid?: string | null;
  bbl_correctsinvoiceid?: string | null;
  bbl_cutoffdate?: string | null;
  bbl_invoicedate?: string | null;
  bbl_invoiceid?: string | null;
  bbl_invoicestatus?: InvoiceStatus | null;
  bbl_iscorrection?: boolean | null;
  bbl_lineamount?: DecimalText | null;
  bbl_lineamount_base?: DecimalText | null;
  bbl_name?: string | null;
  bbl_number?: string | null;
  bbl_retainerapplied?: DecimalText | null;
  bbl_retainerapplied_base?: DecimalText | null;
  bbl_tax?: DecimalText | null;
  bbl_tax_base?: DecimalText | null;
  bbl_totalamount?: DecimalText | null;
  bbl_totalamount_base?: DecimalText | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Invoice Frequency: names. */
export const InvoiceFrequency = {
  table: 'bbl_invoicefrequency',
  set: 'bbl_invoicefrequencies',
  id: 'bbl_invoicefrequencyid',
  DaysOfRun: 'bbl_daysofrun',
  InvoiceFrequencyId: 'bbl_invoicefrequencyid',
  Name: 'bbl_name',
  Period: 'bbl_period',
  RunsPerPeriod: 'bbl_runsperperiod',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  VersionNumber: 'versionnumber',
} as const;
/** Invoice Frequency: a plain row. */
export interface InvoiceFrequencyRow {
  bbl_daysofrun?: DaysOfRun | null;
  bbl_invoicefrequencyid?: string | null;
  bbl_name?: string | null;
  bbl_period?: FrequencyPeriod | null;
  bbl_runsperperiod?: number | null;
  createdby?: string | null;
  createdon?: string | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  versionnumber?: number | null;
}

/** Invoice Frequency Detail: names. */
export const InvoiceFrequencyDetail = {
  table: 'bbl_invoicefrequencydetail',
  set: 'bbl_invoicefrequencydetails',
  id: 'bbl_invoicefrequencydetailid',
  DayOfMonth: 'bbl_dayofmonth',
  InvoiceFrequencyDetailId: 'bbl_invoicefrequencydetailid',
  InvoiceFrequencyId: 'bbl_invoicefrequencyid',
  Name: 'bbl_name',
  Occurrence: 'bbl_occurrence',
  Weekday: 'bbl_weekday',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  VersionNumber: 'versionnumber',
} as const;
/** Invoice Frequency Detail: a plain row. */
export interface InvoiceFrequencyDetailRow {
  bbl_dayofmonth?: number | null;
  bbl_invoicefrequencydetailid?: string | null;
  bbl_invoicefrequencyid?: string | null;
  bbl_name?: string | null;
  bbl_occurrence?: Occurrence | null;
  bbl_weekday?: Weekday | null;
  createdby?: string | null;
  createdon?: string | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  versionnumber?: number | null;
}

/** Invoice Line: names. */
export const InvoiceLine = {
  table: 'bbl_invoiceline',
  set: 'bbl_invoicelines',
  id: 'bbl_invoicelineid',
  ChargeableAmount: 'bbl_chargeableamount',
  ChargeableAmountBase: 'bbl_chargeableamount_base',
  ComplimentaryAmount: 'bbl_complimentaryamount',
  ComplimentaryAmountBase: 'bbl_complimentaryamount_base',
  ContractLineId: 'bbl_contractlineid',
  ExtendedAmount: 'bbl_extendedamount',
  ExtendedAmountBase: 'bbl_extendedamount_base',
  InvoicedTillDate: 'bbl_invoicedtilldate',
  InvoicedTillDateBase: 'bbl_invoicedtilldate_base',
  InvoiceId: 'bbl_invoiceid',
  InvoiceLineId: 'bbl_invoicelineid',
  Name: 'bbl_name',
  NonChargeableAmount: 'bbl_nonchargeableamount',
  NonChargeableAmountBase: 'bbl_nonchargeableamount_base',
  Tax: 'bbl_tax',
  TaxBase: 'bbl_tax_base',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Invoice Line: a plain row. */
export interface InvoiceLineRow {
  bbl_chargeableamount?: DecimalText | null;
  bbl_chargeableamount_base?: DecimalText | null;
  bbl_complimentaryamount?: DecimalText | null;
  bbl_complimentaryamount_base?: DecimalText | null;
  bbl_contractlineid?: string | null;
  bbl_extendedamount?: DecimalText | null;
  bbl_extendedamount_base?: DecimalText | null;
  bbl_invoicedtilldate?: DecimalText | null;
  bbl_invoicedtilldate_base?: DecimalText | null;
  bbl_invoiceid?: string | null;
  bbl_invoicelineid?: string | null;
  bbl_name?: string | null;
  bbl_nonchargeableamount?: DecimalText | null;
  bbl_nonchargeableamount_base?: DecimalText | null;
  bbl_tax?: DecimalText | null;
  bbl_tax_base?: DecimalText | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Invoice Line Detail: names. */
export const InvoiceLineDetail = {
  table: 'bbl_invoicelinedetail',
  set: 'bbl_invoicelinedetails',
  id: 'bbl_invoicelinedetailid',
  ActualId: 'bbl_actualid',
  Amount: 'bbl_amount',
  AmountBase: 'bbl_amount_base',
  BillingType: 'bbl_billingtype',
  ContractLineId: 'bbl_contractlineid',
  Date: 'bbl_date',
  Description: 'bbl_description',
  ExtendedAmount: 'bbl_extendedamount',
  ExtendedAmountBase: 'bbl_extendedamount_base',
  InvoiceId: 'bbl_invoiceid',
  InvoiceLineDetailId: 'bbl_invoicelinedetailid',
  InvoiceLineId: 'bbl_invoicelineid',
  IsCorrection: 'bbl_iscorrection',
  MilestoneSplitId: 'bbl_milestonesplitid',
  Name: 'bbl_name',
  OriginalDetailId: 'bbl_originaldetailid',
  PreviousAmount: 'bbl_previousamount',
  PreviousAmountBase: 'bbl_previousamount_base',
  Price: 'bbl_price',
  PriceBase: 'bbl_price_base',
  Quantity: 'bbl_quantity',
  RetainerId: 'bbl_retainerid',
  Tax: 'bbl_tax',
  TaxBase: 'bbl_tax_base',
  TransactionClass: 'bbl_transactionclass',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Invoice Line Detail: a plain row. */
export interface InvoiceLineDetailRow {
  bbl_actualid?: string | null;
  bbl_amount?: DecimalText | null;
  bbl_amount_base?: DecimalText | null;
  bbl_billingtype?: BillingType | null;
  bbl_contractlineid?: string | null;
  bbl_date?: string | null;
  bbl_description?: string | null;
  bbl_extendedamount?: DecimalText | null;
  bbl_extendedamount_base?: DecimalText | null;
  bbl_invoiceid?: string | null;
  bbl_invoicelinedetailid?: string | null;
  bbl_invoicelineid?: string | null;
  bbl_iscorrection?: boolean | null;
  bbl_milestonesplitid?: string | null;
  bbl_name?: string | null;
  bbl_originaldetailid?: string | null;
  bbl_previousamount?: DecimalText | null;
  bbl_previousamount_base?: DecimalText | null;
  bbl_price?: DecimalText | null;
  bbl_price_base?: DecimalText | null;
  bbl_quantity?: DecimalText | null;
  bbl_retainerid?: string | null;
  bbl_tax?: DecimalText | null;
  bbl_tax_base?: DecimalText | null;
  bbl_transactionclass?: TransactionClass | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Invoice Schedule: names. */
export const InvoiceSchedule = {
  table: 'bbl_invoiceschedule',
  set: 'bbl_invoiceschedules',
  id: 'bbl_invoicescheduleid',
  ContractLineId: 'bbl_contractlineid',
  CutoffDate: 'bbl_cutoffdate',
  InvoiceScheduleId: 'bbl_invoicescheduleid',
  Message: 'bbl_message',
  Name: 'bbl_name',
  RunDate: 'bbl_rundate',
  RunStatus: 'bbl_runstatus',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  VersionNumber: 'versionnumber',
} as const;
/** Invoice Schedule: a plain row. */
export interface InvoiceScheduleRow {
  bbl_contractlineid?: string | null;
  bbl_cutoffdate?: string | null;
  bbl_invoicescheduleid?: string | null;
  bbl_message?: string | null;
  bbl_name?: string | null;
  bbl_rundate?: string | null;
  bbl_runstatus?: RunStatus | null;
  createdby?: string | null;
  createdon?: string | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  versionnumber?: number | null;
}

/** Milestone: names. */
export const Milestone = {
  table: 'bbl_milestone',
  set: 'bbl_milestones',
  id: 'bbl_milestoneid',
  Amount: 'bbl_amount',
  AmountBase: 'bbl_amount_base',
  AmountAfterTax: 'bbl_amountaftertax',
  AmountAfterTaxBase: 'bbl_amountaftertax_base',
  ContractId: 'bbl_contractid',
  ContractLineId: 'bbl_contractlineid',
  Date: 'bbl_date',
  Description: 'bbl_description',
  HeaderStatus: 'bbl_headerstatus',
  InvoicedToDate: 'bbl_invoicedtodate',
  InvoicedToDateBase: 'bbl_invoicedtodate_base',
  MilestoneId: 'bbl_milestoneid',
  Name: 'bbl_name',
  NextInvoiceAmount: 'bbl_nextinvoiceamount',
  NextInvoiceAmountBase: 'bbl_nextinvoiceamount_base',
  NextInvoicePercent: 'bbl_nextinvoicepercent',
  NextInvoiceStatus: 'bbl_nextinvoicestatus',
  OpenRound: 'bbl_openround',
  PercentAllotted: 'bbl_percentallotted',
  PercentInvoiced: 'bbl_percentinvoiced',
  RemainingAmount: 'bbl_remainingamount',
  RemainingAmountBase: 'bbl_remainingamount_base',
  Tax: 'bbl_tax',
  TaxBase: 'bbl_tax_base',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Milestone: a plain row. */
export interface MilestoneRow {
  bbl_amount?: DecimalText | null;
  bbl_amount_base?: DecimalText | null;
  bbl_amountaftertax?: DecimalText | null;
  bbl_amountaftertax_base?: DecimalText | null;
  bbl_contractid?: string | null;
  bbl_contractlineid?: string | null;
  bbl_date?: string | null;
  bbl_description?: string | null;
  bbl_headerstatus?: HeaderStatus | null;
  bbl_invoicedtodate?: DecimalText | null;
  bbl_invoicedtodate_base?: DecimalText | null;
  bbl_milestoneid?: string | null;
  bbl_name?: string | null;
  bbl_nextinvoiceamount?: DecimalText | null;
  bbl_nextinvoiceamount_base?: DecimalText | null;
  bbl_nextinvoicepercent?: DecimalText | null;
  bbl_nextinvoicestatus?: BillingStatus | null;
  bbl_openround?: number | null;
  bbl_percentallotted?: DecimalText | null;
  bbl_percentinvoiced?: DecimalText | null;
  bbl_remainingamount?: DecimalText | null;
  bbl_remainingamount_base?: DecimalText | null;
  bbl_tax?: DecimalText | null;
  bbl_tax_base?: DecimalText | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Milestone Split: names. */
export const MilestoneSplit = {
  table: 'bbl_milestonesplit',
  set: 'bbl_milestonesplits',
  id: 'bbl_milestonesplitid',
  AccountId: 'bbl_accountid',
  Amount: 'bbl_amount',
  AmountBase: 'bbl_amount_base',
  AmountAfterTax: 'bbl_amountaftertax',
  AmountAfterTaxBase: 'bbl_amountaftertax_base',
  BillingSplit: 'bbl_billingsplit',
  BillingStatus: 'bbl_billingstatus',
  ContractId: 'bbl_contractid',
  ContractLineCustomerId: 'bbl_contractlinecustomerid',
  ContractLineId: 'bbl_contractlineid',
  Date: 'bbl_date',
  InvoiceId: 'bbl_invoiceid',
  IsRounding: 'bbl_isrounding',
  MilestoneId: 'bbl_milestoneid',
  MilestoneSplitId: 'bbl_milestonesplitid',
  Name: 'bbl_name',
  Round: 'bbl_round',
  Tax: 'bbl_tax',
  TaxBase: 'bbl_tax_base',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Milestone Split: a plain row. */
export interface MilestoneSplitRow {
  bbl_accountid?: string | null;
  bbl_amount?: DecimalText | null;
  bbl_amount_base?: DecimalText | null;
  bbl_amountaftertax?: DecimalText | null;
  bbl_amountaftertax_base?: DecimalText | null;
  bbl_billingsplit?: DecimalText | null;
  bbl_billingstatus?: BillingStatus | null;
  bbl_contractid?: string | null;
  bbl_contractlinecustomerid?: string | null;
  bbl_contractlineid?: string | null;
  bbl_date?: string | null;
  bbl_invoiceid?: string | null;
  bbl_isrounding?: boolean | null;
  bbl_milestoneid?: string | null;
  bbl_milestonesplitid?: string | null;
  bbl_name?: string | null;
  bbl_round?: number | null;
  bbl_tax?: DecimalText | null;
  bbl_tax_base?: DecimalText | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Project: names. */
export const Project = {
  table: 'bbl_project',
  set: 'bbl_projects',
  id: 'bbl_projectid',
  Name: 'bbl_name',
  Number: 'bbl_number',
  ProjectId: 'bbl_projectid',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  VersionNumber: 'versionnumber',
} as const;
/** Project: a plain row. */
export interface ProjectRow {
  bbl_name?: string | null;
  bbl_number?: string | null;
  bbl_projectid?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  versionnumber?: number | null;
}

/** Project Entry: names. */
export const ProjectEntry = {
  table: 'bbl_projectentry',
  set: 'bbl_projectentries',
  id: 'bbl_projectentryid',
  BillableQuantity: 'bbl_billablequantity',
  BillingType: 'bbl_billingtype',
  CategoryName: 'bbl_categoryname',
  ContractLineId: 'bbl_contractlineid',
  CostPrice: 'bbl_costprice',
  CostPriceBase: 'bbl_costprice_base',
  Date: 'bbl_date',
  Description: 'bbl_description',
  EntryStatus: 'bbl_entrystatus',
  Name: 'bbl_name',
  Price: 'bbl_price',
  PriceBase: 'bbl_price_base',
  ProjectEntryId: 'bbl_projectentryid',
  ProjectId: 'bbl_projectid',
  Quantity: 'bbl_quantity',
  ResourceName: 'bbl_resourcename',
  RoleName: 'bbl_rolename',
  Tax: 'bbl_tax',
  TaxBase: 'bbl_tax_base',
  TransactionClass: 'bbl_transactionclass',
  Unit: 'bbl_unit',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Project Entry: a plain row. */
export interface ProjectEntryRow {
  bbl_billablequantity?: DecimalText | null;
  bbl_billingtype?: BillingType | null;
  bbl_categoryname?: string | null;
  bbl_contractlineid?: string | null;
  bbl_costprice?: DecimalText | null;
  bbl_costprice_base?: DecimalText | null;
  bbl_date?: string | null;
  bbl_description?: string | null;
  bbl_entrystatus?: EntryStatus | null;
  bbl_name?: string | null;
  bbl_price?: DecimalText | null;
  bbl_price_base?: DecimalText | null;
  bbl_projectentryid?: string | null;
  bbl_projectid?: string | null;
  bbl_quantity?: DecimalText | null;
  bbl_resourcename?: string | null;
  bbl_rolename?: string | null;
  bbl_tax?: DecimalText | null;
  bbl_tax_base?: DecimalText | null;
  bbl_transactionclass?: TransactionClass | null;
  bbl_unit?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Retainer: names. */
export const Retainer = {
  table: 'bbl_retainer',
  set: 'bbl_retainers',
  id: 'bbl_retainerid',
  AccountId: 'bbl_accountid',
  Amount: 'bbl_amount',
  AmountBase: 'bbl_amount_base',
  AvailableAmount: 'bbl_availableamount',
  AvailableAmountBase: 'bbl_availableamount_base',
  BillingStatus: 'bbl_billingstatus',
  ContractCustomerId: 'bbl_contractcustomerid',
  ContractId: 'bbl_contractid',
  InvoiceDate: 'bbl_invoicedate',
  InvoiceId: 'bbl_invoiceid',
  Name: 'bbl_name',
  RefundStatus: 'bbl_refundstatus',
  ReservedAmount: 'bbl_reservedamount',
  ReservedAmountBase: 'bbl_reservedamount_base',
  RetainerId: 'bbl_retainerid',
  UsedAmount: 'bbl_usedamount',
  UsedAmountBase: 'bbl_usedamount_base',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Retainer: a plain row. */
export interface RetainerRow {
  bbl_accountid?: string | null;
  bbl_amount?: DecimalText | null;
  bbl_amount_base?: DecimalText | null;
  bbl_availableamount?: DecimalText | null;
  bbl_availableamount_base?: DecimalText | null;
  bbl_billingstatus?: BillingStatus | null;
  bbl_contractcustomerid?: string | null;
  bbl_contractid?: string | null;
  bbl_invoicedate?: string | null;
  bbl_invoiceid?: string | null;
  bbl_name?: string | null;
  bbl_refundstatus?: RefundStatus | null;
  bbl_reservedamount?: DecimalText | null;
  bbl_reservedamount_base?: DecimalText | null;
  bbl_retainerid?: string | null;
  bbl_usedamount?: DecimalText | null;
  bbl_usedamount_base?: DecimalText | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Applied Retainer: names. */
export const RetainerApplication = {
  table: 'bbl_retainerapplication',
  set: 'bbl_retainerapplications',
  id: 'bbl_retainerapplicationid',
  Amount: 'bbl_amount',
  AmountBase: 'bbl_amount_base',
  InvoiceId: 'bbl_invoiceid',
  IsLowered: 'bbl_islowered',
  IsRefund: 'bbl_isrefund',
  Name: 'bbl_name',
  RetainerApplicationId: 'bbl_retainerapplicationid',
  RetainerId: 'bbl_retainerid',
  CreatedBy: 'createdby',
  CreatedOn: 'createdon',
  ExchangeRate: 'exchangerate',
  ModifiedBy: 'modifiedby',
  ModifiedOn: 'modifiedon',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
  StateCode: 'statecode',
  StatusCode: 'statuscode',
  TransactionCurrencyId: 'transactioncurrencyid',
  VersionNumber: 'versionnumber',
} as const;
/** Applied Retainer: a plain row. */
export interface RetainerApplicationRow {
  bbl_amount?: DecimalText | null;
  bbl_amount_base?: DecimalText | null;
  bbl_invoiceid?: string | null;
  bbl_islowered?: boolean | null;
  bbl_isrefund?: boolean | null;
  bbl_name?: string | null;
  bbl_retainerapplicationid?: string | null;
  bbl_retainerid?: string | null;
  createdby?: string | null;
  createdon?: string | null;
  exchangerate?: DecimalText | null;
  modifiedby?: string | null;
  modifiedon?: string | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
  statecode?: 0 | 1 | null;
  statuscode?: 1 | 2 | null;
  transactioncurrencyid?: string | null;
  versionnumber?: number | null;
}

/** Account: names. */
export const Account = {
  table: 'account',
  set: 'accounts',
  id: 'accountid',
  AccountId: 'accountid',
  Name: 'name',
  TransactionCurrencyId: 'transactioncurrencyid',
  StateCode: 'statecode',
  OwnerId: 'ownerid',
  OwningBusinessUnit: 'owningbusinessunit',
} as const;
/** Account: a plain row. */
export interface AccountRow {
  accountid?: string | null;
  name?: string | null;
  transactioncurrencyid?: string | null;
  statecode?: 0 | 1 | null;
  ownerid?: string | null;
  owningbusinessunit?: string | null;
}

/** Business Unit: names. */
export const BusinessUnit = {
  table: 'businessunit',
  set: 'businessunits',
  id: 'businessunitid',
  BusinessUnitId: 'businessunitid',
  Name: 'name',
} as const;
/** Business Unit: a plain row. */
export interface BusinessUnitRow {
  businessunitid?: string | null;
  name?: string | null;
}

/** Contact: names. */
export const Contact = {
  table: 'contact',
  set: 'contacts',
  id: 'contactid',
  ContactId: 'contactid',
  FullName: 'fullname',
} as const;
/** Contact: a plain row. */
export interface ContactRow {
  contactid?: string | null;
  fullname?: string | null;
}

/** Environment Variable Definition: names. */
export const EnvironmentVariableDefinition = {
  table: 'environmentvariabledefinition',
  set: 'environmentvariabledefinitions',
  id: 'environmentvariabledefinitionid',
  EnvironmentVariableDefinitionId: 'environmentvariabledefinitionid',
  SchemaName: 'schemaname',
  DefaultValue: 'defaultvalue',
} as const;
/** Environment Variable Definition: a plain row. */
export interface EnvironmentVariableDefinitionRow {
  environmentvariabledefinitionid?: string | null;
  schemaname?: string | null;
  defaultvalue?: string | null;
}

/** Environment Variable Value: names. */
export const EnvironmentVariableValue = {
  table: 'environmentvariablevalue',
  set: 'environmentvariablevalues',
  id: 'environmentvariablevalueid',
  EnvironmentVariableValueId: 'environmentvariablevalueid',
  Value: 'value',
  EnvironmentVariableDefinitionId: 'environmentvariabledefinitionid',
} as const;
/** Environment Variable Value: a plain row. */
export interface EnvironmentVariableValueRow {
  environmentvariablevalueid?: string | null;
  value?: string | null;
  environmentvariabledefinitionid?: string | null;
}

/** Organization: names. */
export const Organization = {
  table: 'organization',
  set: 'organizations',
  id: 'organizationid',
  OrganizationId: 'organizationid',
  Name: 'name',
  SystemUserId: 'systemuserid',
  BaseCurrencyId: 'basecurrencyid',
} as const;
/** Organization: a plain row. */
export interface OrganizationRow {
  organizationid?: string | null;
  name?: string | null;
  systemuserid?: string | null;
  basecurrencyid?: string | null;
}

/** Security Role: names. */
export const Role = {
  table: 'role',
  set: 'roles',
  id: 'roleid',
  RoleId: 'roleid',
  Name: 'name',
  BusinessUnitId: 'businessunitid',
} as const;
/** Security Role: a plain row. */
export interface RoleRow {
  roleid?: string | null;
  name?: string | null;
  businessunitid?: string | null;
}

/** User: names. */
export const SystemUser = {
  table: 'systemuser',
  set: 'systemusers',
  id: 'systemuserid',
  SystemUserId: 'systemuserid',
  FullName: 'fullname',
  BusinessUnitId: 'businessunitid',
  IsDisabled: 'isdisabled',
} as const;
/** User: a plain row. */
export interface SystemUserRow {
  systemuserid?: string | null;
  fullname?: string | null;
  businessunitid?: string | null;
  isdisabled?: boolean | null;
}

/** Team: names. */
export const Team = {
  table: 'team',
  set: 'teams',
  id: 'teamid',
  TeamId: 'teamid',
  Name: 'name',
  BusinessUnitId: 'businessunitid',
} as const;
/** Team: a plain row. */
export interface TeamRow {
  teamid?: string | null;
  name?: string | null;
  businessunitid?: string | null;
}

/** Currency: names. */
export const TransactionCurrency = {
  table: 'transactioncurrency',
  set: 'transactioncurrencies',
  id: 'transactioncurrencyid',
  TransactionCurrencyId: 'transactioncurrencyid',
  CurrencyName: 'currencyname',
  ISOCurrencyCode: 'isocurrencycode',
  CurrencySymbol: 'currencysymbol',
  CurrencyPrecision: 'currencyprecision',
  ExchangeRate: 'exchangerate',
} as const;
/** Currency: a plain row. */
export interface TransactionCurrencyRow {
  transactioncurrencyid?: string | null;
  currencyname?: string | null;
  isocurrencycode?: string | null;
  currencysymbol?: string | null;
  currencyprecision?: number | null;
  exchangerate?: DecimalText | null;
}

/** Plain rows by logical table name. */
export interface RowByTable {
  bbl_actual: ActualRow;
  bbl_billingclaim: BillingClaimRow;
  bbl_billingevent: BillingEventRow;
  bbl_contract: ContractRow;
  bbl_contractcustomer: ContractCustomerRow;
  bbl_contractline: ContractLineRow;
  bbl_contractlinecustomer: ContractLineCustomerRow;
  bbl_contractlock: ContractLockRow;
  bbl_invoice: InvoiceRow;
  bbl_invoicefrequency: InvoiceFrequencyRow;
  bbl_invoicefrequencydetail: InvoiceFrequencyDetailRow;
  bbl_invoiceline: InvoiceLineRow;
  bbl_invoicelinedetail: InvoiceLineDetailRow;
  bbl_invoiceschedule: InvoiceScheduleRow;
  bbl_milestone: MilestoneRow;
  bbl_milestonesplit: MilestoneSplitRow;
  bbl_project: ProjectRow;
  bbl_projectentry: ProjectEntryRow;
  bbl_retainer: RetainerRow;
  bbl_retainerapplication: RetainerApplicationRow;
  account: AccountRow;
  businessunit: BusinessUnitRow;
  contact: ContactRow;
  environmentvariabledefinition: EnvironmentVariableDefinitionRow;
  environmentvariablevalue: EnvironmentVariableValueRow;
  organization: OrganizationRow;
  role: RoleRow;
  systemuser: SystemUserRow;
  team: TeamRow;
  transactioncurrency: TransactionCurrencyRow;
}
export type TableName = keyof RowByTable;
