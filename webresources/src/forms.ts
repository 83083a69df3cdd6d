import { onLoadContract } from './forms/contract';
import { onLoadContractLine } from './forms/contractLine';
import { onLoadContractCustomer, onLoadContractLineCustomer } from './forms/customers';
import { onLoadInvoice } from './forms/invoice';
import { onLoadInvoiceFrequency } from './forms/invoiceFrequency';
import { onLoadInvoiceFrequencyDetail } from './forms/invoiceFrequencyDetail';
import { onLoadInvoiceLineDetail } from './forms/invoiceLineDetail';
import { onLoadMilestone } from './forms/milestone';
import { publish } from './publish';

/** What the forms name as their onload handlers (`Bbl.Forms.…`). */
publish('Forms', {
  onLoadContract,
  onLoadContractCustomer,
  onLoadContractLine,
  onLoadContractLineCustomer,
  onLoadInvoice,
  onLoadInvoiceFrequency,
  onLoadInvoiceFrequencyDetail,
  onLoadInvoiceLineDetail,
  onLoadMilestone,
});
