import { BillingStatus } from '@bbl/dataverse/generated/choices';
import type { Chooser, Request } from './requests';
import type { World } from './world';

/** What the server must not allow anybody: statuses and totals by hand, rows of the server, deactivation. */
const forgedRequests = (world: World): readonly Request[] => [
  { method: 'PATCH', path: world.path('split'), body: { bbl_billingstatus: BillingStatus.CustomerInvoicePosted } },
  { method: 'PATCH', path: world.path('milestone'), body: { bbl_headerstatus: 482100002 } },
  { method: 'PATCH', path: world.path('lineCustomer'), body: world.bind('bbl_AccountId', 'account') },
  { method: 'PATCH', path: world.path('detail'), body: { bbl_amount: 1, bbl_extendedamount: 1 } },
  { method: 'PATCH', path: world.path('actual'), body: { bbl_billingstatus: BillingStatus.ReadyToInvoice } },
  { method: 'PATCH', path: world.path('actual'), body: { bbl_name: 'Described' } },
  { method: 'PATCH', path: world.path('claim'), body: { bbl_name: 'Free again' } },
  { method: 'PATCH', path: world.path('event'), body: { bbl_reason: 'Rewritten' } },
  { method: 'PATCH', path: world.path('entry'), body: { bbl_entrystatus: 482100002 } },
  { method: 'PATCH', path: world.path('retainer'), body: { bbl_availableamount: 1000 } },
  { method: 'PATCH', path: world.path('application'), body: { bbl_islowered: false } },
  { method: 'PATCH', path: world.path('schedule'), body: { bbl_runstatus: 482100001 } },
  { method: 'POST', path: 'bbl_milestonesplits', body: { bbl_name: 'Forged' } },
  { method: 'POST', path: 'bbl_retainerapplications', body: { bbl_amount: 100 } },
  { method: 'POST', path: 'bbl_billingevents?tag=bbl_SetBillingStatus', body: { bbl_name: 'Forged' } },
  { method: 'DELETE', path: world.path('split') },
  { method: 'DELETE', path: world.path('actual') },
  { method: 'DELETE', path: world.path('event') },
  { method: 'DELETE', path: world.path('claim') },
  { method: 'DELETE', path: world.path('invoiceLine') },
  { method: 'PATCH', path: world.path('contract'), body: { statecode: 1, statuscode: 2 } },
];

export const chooseForgedRequest: Chooser = (world, dice) => dice.pick(forgedRequests(world));
