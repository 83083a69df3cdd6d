import { DaysOfRun, FrequencyPeriod, TransactionClass, Weekday } from '@bbl/dataverse/generated/choices';
import { amount, type Chooser, date, maybe, percent, usually } from './requests';

/** Rows that billing rests on: frequencies, shares, entries, retainers and schedules. */
const newFrequency: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_invoicefrequencies',
  makes: 'frequency',
  body: {
    bbl_name: `Frequency ${world.count('frequency')}`,
    ...maybe(dice, 95, { bbl_period: dice.pick(Object.values(FrequencyPeriod)) }),
    ...maybe(dice, 95, { bbl_daysofrun: dice.pick(Object.values(DaysOfRun)) }),
    ...maybe(dice, 50, { bbl_runsperperiod: usually(dice, [1], [0, 2, 3]) }),
  },
});

const changeFrequency: Chooser = (world, dice) => ({
  method: 'PATCH',
  path: world.path('frequency'),
  body: dice.pick<object>([
    { bbl_period: dice.pick(Object.values(FrequencyPeriod)) },
    { bbl_daysofrun: dice.chance(90) ? dice.pick(Object.values(DaysOfRun)) : null },
    { bbl_runsperperiod: usually(dice, [1, 2], [0, 100]) },
    { statecode: 1, statuscode: 2 },
  ]),
});

const newFrequencyDetail: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_invoicefrequencydetails',
  makes: 'frequencyDetail',
  body: {
    bbl_name: `Run ${world.count('frequencyDetail')}`,
    ...maybe(dice, 95, world.bind('bbl_InvoiceFrequencyId', 'frequency')),
    ...maybe(dice, 70, { bbl_dayofmonth: usually(dice, [1, 15, 31], [0, 32]) }),
    ...maybe(dice, 30, { bbl_weekday: dice.pick(Object.values(Weekday)) }),
  },
});

const changeFrequencyDetail: Chooser = (world, dice) => ({
  method: 'PATCH',
  path: world.path('frequencyDetail'),
  body: dice.pick<object>([
    { bbl_dayofmonth: usually(dice, [10, 28], [-1, null]) },
    { bbl_weekday: dice.pick(Object.values(Weekday)) },
    world.bind('bbl_InvoiceFrequencyId', 'frequency'),
  ]),
});

const changeLineCustomer: Chooser = (world, dice) => ({
  method: 'PATCH',
  path: world.path('lineCustomer'),
  body: dice.pick<object>([
    { bbl_billingsplit: percent(dice) },
    { bbl_isrounding: dice.chance(50) },
    { bbl_nottoexceedlimit: amount(dice) },
    world.bind('bbl_AccountId', 'account'),
  ]),
});

const newEntry: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_projectentries',
  makes: 'entry',
  body: {
    bbl_name: `Entry ${world.count('entry')}`,
    ...maybe(dice, 95, world.bind('bbl_ProjectId', 'project')),
    bbl_transactionclass: dice.pick(Object.values(TransactionClass)),
    bbl_date: date(dice),
    bbl_quantity: usually(dice, [1, 8], [0, -1]),
    bbl_price: amount(dice),
  },
});

const newRetainer: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_retainers',
  makes: 'retainer',
  body: {
    bbl_name: `Retainer ${world.count('retainer')}`,
    ...world.bind('bbl_ContractId', 'contract'),
    bbl_amount: amount(dice),
    bbl_invoicedate: date(dice),
  },
});

const newSchedule: Chooser = (world, dice) => ({
  method: 'POST',
  path: 'bbl_invoiceschedules',
  makes: 'schedule',
  body: {
    bbl_name: `Run ${world.count('schedule')}`,
    ...world.bind('bbl_ContractLineId', 'line'),
    bbl_rundate: date(dice),
    bbl_cutoffdate: date(dice),
  },
});

const removeFrequency: Chooser = (world) => ({ method: 'DELETE', path: world.path('frequency') });

const CHOOSERS: readonly Chooser[] = [
  newFrequency,
  changeFrequency,
  newFrequencyDetail,
  changeFrequencyDetail,
  changeLineCustomer,
  newEntry,
  newRetainer,
  newSchedule,
  removeFrequency,
];

export const chooseSetupRequest: Chooser = (world, dice) => dice.pick(CHOOSERS)(world, dice);
