import {
  BillingMethod,
  BillingStatus,
  ContractStatus,
  InvoiceScheduleType,
  InvoiceStatus,
  LineType,
} from '@bbl/dataverse/generated/choices';
import type { Dice } from './dice';
import { chooseForgedRequest } from './forgedRequests';
import { amount, call, type Chooser, date, maybe, percent, type Request, usually } from './requests';
import { chooseSetupRequest } from './setupRequests';
import type { Kind, World } from './world';

const LINES_MIN = 6;

const newContract: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_contracts',
  makes: 'contract',
  body: {
    bbl_name: `Contract ${world.count('contract')}`,
    ...maybe(dice, 95, world.bind('bbl_CustomerId', 'account')),
    ...maybe(dice, 20, { bbl_contractstatus: dice.pick(Object.values(ContractStatus)) }),
  },
});

const newLine: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_contractlines',
  makes: 'line',
  leads: ['lineCustomer'],
  body: {
    bbl_name: `Line ${world.count('line')}`,
    ...world.bind('bbl_ContractId', 'contract'),
    ...(dice.chance(75) ? projectLine(world, dice) : productLine(dice)),
  },
});

const projectLine = (world: World, dice: Dice): object => ({
  ...world.bind('bbl_ProjectId', 'project'),
  ...maybe(dice, 60, world.bind('bbl_InvoiceFrequencyId', 'frequency')),
  ...maybe(dice, 95, { bbl_billingmethod: dice.pick(Object.values(BillingMethod)) }),
  bbl_linetype: LineType.Project,
  bbl_invoicescheduletype: dice.pick(Object.values(InvoiceScheduleType)),
  bbl_contractedamount: amount(dice),
  bbl_estimatedtax: dice.pick([0, 19, 80]),
  bbl_billingstart: date(dice),
});

const productLine = (dice: Dice): object => ({
  bbl_linetype: LineType.Product,
  bbl_quantity: usually(dice, [1, 2.5, 0.3333], [0, -1, 1.00001]),
  bbl_priceperunit: amount(dice),
  bbl_tax: dice.pick([0, 1]),
  ...maybe(dice, 90, { bbl_productname: 'Licence' }),
});

const newMilestone: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_milestones',
  makes: 'milestone',
  leads: ['split'],
  body: {
    ...world.bind('bbl_ContractLineId', 'line'),
    ...maybe(dice, 80, { bbl_name: `Milestone ${world.count('milestone')}` }),
    ...maybe(dice, 95, { bbl_date: date(dice) }),
    ...maybe(dice, 50, { bbl_tax: usually(dice, [0, 19], [0.005]) }),
    bbl_amount: amount(dice),
  },
});

const changeMilestone: Chooser = (world, dice) => ({
  method: 'PATCH',
  path: world.path('milestone'),
  body: dice.pick<object>([
    { bbl_name: 'Renamed "milestone" \u2028 ü' },
    { bbl_amount: amount(dice) },
    { bbl_date: date(dice) },
    { bbl_nextinvoicepercent: percent(dice) },
    { bbl_nextinvoiceamount: amount(dice) },
    { bbl_tax: 5, bbl_amount: 100 },
  ]),
});

const changeLine: Chooser = (world, dice) => ({
  method: 'PATCH',
  path: world.path('line'),
  body: dice.pick<object>([
    { bbl_contractedamount: amount(dice) },
    { bbl_billingmethod: dice.pick(Object.values(BillingMethod)) },
    { bbl_nottoexceedlimit: amount(dice) },
    { bbl_quantity: 3, bbl_tax: 2 },
  ]),
});

const addCustomer: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_contractcustomers',
  body: {
    ...world.bind('bbl_ContractId', 'contract'),
    ...world.bind('bbl_AccountId', 'account'),
    bbl_billingsplit: dice.chance(80) ? 0 : percent(dice),
    ...maybe(dice, 5, { bbl_isrounding: true }),
  },
});

const changeContract: Chooser = (world, dice) => ({
  method: 'PATCH',
  path: world.path('contract'),
  body: dice.pick<object>([
    { bbl_contractstatus: usually(dice, [ContractStatus.Confirmed], Object.values(ContractStatus)) },
    world.bind('bbl_CustomerId', 'account'),
    { bbl_name: 'Renamed' },
  ]),
});

const mark: Chooser = (world, dice) => {
  const kind = dice.pick<'split' | 'milestone' | 'line'>(['split', 'split', 'milestone', 'milestone', 'line']);
  const table = { split: 'bbl_milestonesplit', milestone: 'bbl_milestone', line: 'bbl_contractline' }[kind];
  const like = `<fetch><entity name="${table}"><filter><condition attribute="bbl_name" operator="like" value="%1%"/></filter></entity></fetch>`;
  return call('bbl_SetBillingStatus', {
    Table: dice.chance(97) ? table : 'bbl_invoice',
    Status: dice.chance(70) ? BillingStatus.ReadyToInvoice : dice.pick(Object.values(BillingStatus)),
    ...(dice.chance(90) ? { Ids: world.some(kind, 4) } : { FetchXml: like }),
    ...maybe(dice, 30, { Reason: 'Accepted by the customer' }),
  });
};

const createInvoices: Chooser = (world, dice) => {
  const dates = { ...maybe(dice, 30, { InvoiceDate: date(dice) }), ...maybe(dice, 10, { CutoffDate: date(dice) }) };
  const byContract = { ContractIds: world.some('contract', 3) };
  const sources = dice.pick([
    world.some('split', 4).map((id) => ({ table: 'bbl_milestonesplit', id })),
    world.some('milestone', 2).map((id) => ({ table: 'bbl_milestone', id })),
    world.some('line', 2).map((id) => ({ table: 'bbl_contractline', id })),
  ]);
  const odd = [
    '',
    '[',
    '{}',
    '[{"table":"account","id":"x"}]',
    '['.repeat(500),
    `${'['.repeat(100)}${']'.repeat(100)}`,
  ];
  const bySource = { Sources: dice.chance(90) ? JSON.stringify(sources) : dice.pick(odd) };
  const both = { ...byContract, ...bySource };
  const named = dice.chance(3) ? both : { ...(dice.chance(60) ? byContract : bySource), ...dates };
  return { ...call('bbl_CreateInvoices', named), leads: ['invoice', 'invoiceLine', 'detail', 'claim'] };
};

const confirm: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_ConfirmInvoices',
  leads: ['actual', 'event'],
  body: {
    Ids: world.some('invoice', 3),
    ...maybe(dice, 20, { AccountingDate: date(dice) }),
    ...maybe(dice, 5, { After: 'not of this request' }),
  },
});

const changeInvoice: Chooser = (world, dice) => ({
  method: 'PATCH',
  path: world.path('invoice'),
  body: dice.pick<object>([
    { bbl_invoicedate: date(dice) },
    { bbl_invoicestatus: usually(dice, [InvoiceStatus.InReview], Object.values(InvoiceStatus)) },
    { bbl_name: 'Named' },
  ]),
});

const changeDetail: Chooser = (world, dice) => ({
  method: 'PATCH',
  path: world.path('detail'),
  body: dice.pick<object>([
    { bbl_tax: usually(dice, [0, 3], [0.0001, -1]) },
    { bbl_description: 'Text' },
    { bbl_quantity: 2 },
  ]),
});

const remove: Chooser = (world, dice) => ({
  method: 'DELETE',
  path: world.path(dice.pick<Kind>(['detail', 'detail', 'invoice', 'invoice', 'milestone', 'line', 'contract'])),
});

const explain: Chooser = (world, dice) => {
  const [Table, kind] = dice.pick<[string, Kind]>([
    ['bbl_milestonesplit', 'split'],
    ['bbl_contractline', 'line'],
    ['bbl_project', 'project'],
  ]);
  return call('bbl_ExplainBilling', { Table, Id: world.id(kind) });
};

const generate: Chooser = (world, dice) =>
  call('bbl_GenerateMilestones', {
    ContractLineId: world.id('line'),
    Mode: usually(dice, ['preview', 'create', 'replaceopen'], ['other']),
  });

/** As often as it stands here. */
const CHOOSERS: readonly Chooser[] = [
  newContract,
  newLine,
  newLine,
  newMilestone,
  newMilestone,
  newMilestone,
  changeMilestone,
  changeMilestone,
  changeLine,
  addCustomer,
  changeContract,
  mark,
  mark,
  mark,
  mark,
  createInvoices,
  createInvoices,
  createInvoices,
  confirm,
  confirm,
  changeInvoice,
  changeDetail,
  remove,
  remove,
  explain,
  generate,
  chooseForgedRequest,
  chooseForgedRequest,
  chooseForgedRequest,
  chooseForgedRequest,
  chooseSetupRequest,
  chooseSetupRequest,
  chooseSetupRequest,
  chooseSetupRequest,
];

/** The next request; the first ones make lines, which everything else is about. */
export function chooseRequest(world: World, dice: Dice): Request {
  const choose = world.count('line') < LINES_MIN ? newLine : dice.pick(CHOOSERS);
  return choose(world, dice);
}
