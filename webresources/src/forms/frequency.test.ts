import { type FrequencyDetail, type FrequencySetup, plainDate } from '@bbl/domain';
import { DaysOfRun, FrequencyPeriod } from '@bbl/dataverse/generated/choices';
import { XrmMockGenerator } from 'xrm-mock';
import { onLoadInvoiceFrequency, runDatesShown } from './invoiceFrequency';
import { onLoadInvoiceFrequencyDetail, usedColumns } from './invoiceFrequencyDetail';

const today = plainDate('2020-10-01');
const day = (dayOfMonth: number): FrequencyDetail => ({ dayOfMonth, weekday: null, occurrence: null });
const monthly = (runsPerPeriod: number): FrequencySetup => ({
  period: 'Monthly',
  daysOfRun: 'DayOfPeriod',
  runsPerPeriod,
});
const shown = (setup: FrequencySetup, details: readonly FrequencyDetail[], isSaved = true) =>
  runDatesShown(setup, details, { isSaved, today });

test('4.1: the preview gives the next twelve dates from today', () => {
  const { intro, dates } = shown(monthly(2), [day(7), day(31)]);
  expect(intro).toBe('The next 12 run dates from today');
  expect(dates.slice(0, 3)).toEqual(['Wed, Oct 7, 2020', 'Sat, Oct 31, 2020', 'Sat, Nov 7, 2020']);
  expect(dates).toHaveLength(12);
});

test('4.1-4: twelve yearly dates are found as well', () => {
  const { dates } = shown({ period: 'Yearly', daysOfRun: 'DayOfPeriod', runsPerPeriod: 1 }, [day(31)]);
  expect([dates[0], dates[11]]).toEqual(['Sat, Oct 31, 2020', 'Fri, Oct 31, 2031']);
});

test('BBL-SCH-04: the preview says what is missing', () => {
  expect(runDatesShown({ missing: 'period' }, [], { isSaved: false, today }).intro).toContain('Choose a period');
  expect(shown(monthly(2), [], false).intro).toBe('Save the frequency, then add its run details.');
  expect(shown(monthly(2), []).intro).toBe('Add a run detail: 2 needed, none there.');
  expect(shown(monthly(2), [day(7)]).intro).toBe('Add one more run detail: 2 needed, 1 there.');
  expect(shown(monthly(4), [day(7)]).intro).toBe('Add 3 more run details: 4 needed, 1 there.');
  expect(shown(monthly(1), [day(7), day(8)]).intro).toContain('Too many run details: 1 needed, 2 there.');
  expect(shown(monthly(5), []).intro).toContain('BBL-GRD-11');
});

test('BBL-SCH-10: a detail that does not fit is said as such', () => {
  expect(shown({ ...monthly(1), daysOfRun: 'WeekdayOfPeriod' }, [day(7)]).intro).toContain('does not fit the period');
});

test('2.2-2: a detail shows the columns that its setup uses', () => {
  const used = (period: FrequencySetup['period'], daysOfRun: FrequencySetup['daysOfRun']) =>
    usedColumns({ period, daysOfRun, runsPerPeriod: 1 });
  expect(used('Weekly', 'WeekdayOfPeriod')).toEqual(['bbl_weekday']);
  expect(used('Biweekly', 'DayOfPeriod')).toEqual(['bbl_dayofmonth']);
  expect(used('Biweekly', 'WeekdayOfPeriod')).toEqual(['bbl_weekday']);
  expect(used('Monthly', 'WeekdayOfPeriod')).toEqual(['bbl_weekday', 'bbl_occurrence']);
  expect(used('Yearly', 'DayOfPeriod')).toEqual(['bbl_dayofmonth']);
});

const ROW_ID = '{0E89D42D-A12C-4632-9A42-5B9FA087B0DB}';
const control = (name: string) => XrmMockGenerator.getFormContext().getControl(name) as Xrm.Controls.StandardControl;
const context = () => XrmMockGenerator.getEventContext() as unknown as Xrm.Events.EventContext;
const offset = () => ({ userSettings: { getTimeZoneOffsetMinutes: () => 0 } }) as unknown as Xrm.GlobalContext;

test('2.2-1, 2.2-2: a weekly frequency asks for nothing but its name and period, a monthly one for both', async () => {
  XrmMockGenerator.initialise({ entity: { id: '', entityName: 'bbl_invoicefrequency' } as never });
  jest.spyOn(Xrm.Utility, 'getGlobalContext').mockImplementation(offset);
  jest.spyOn(Xrm.WebApi, 'retrieveMultipleRecords').mockResolvedValue({ entities: [], nextLink: '' });
  const period = XrmMockGenerator.Attribute.createOptionSet('bbl_period', FrequencyPeriod.Weekly as never);
  const days = XrmMockGenerator.Attribute.createOptionSet('bbl_daysofrun', DaysOfRun.DayOfPeriod as never);
  const runs = XrmMockGenerator.Attribute.createNumber('bbl_runsperperiod', 3);
  await onLoadInvoiceFrequency(context());
  expect([days.getValue(), runs.getValue()]).toEqual([DaysOfRun.WeekdayOfPeriod, 1]);
  expect([control('bbl_daysofrun').getVisible(), control('bbl_runsperperiod').getVisible()]).toEqual([false, false]);
  period.setValue(FrequencyPeriod.Biweekly as never);
  period.fireOnChange();
  expect([control('bbl_daysofrun').getVisible(), control('bbl_runsperperiod').getVisible()]).toEqual([true, false]);
  period.setValue(FrequencyPeriod.Monthly as never);
  period.fireOnChange();
  expect([control('bbl_daysofrun').getVisible(), control('bbl_runsperperiod').getVisible()]).toEqual([true, true]);
});

test('2.2-2: what a detail does not use is hidden, emptied and not asked for; its name follows the rest', async () => {
  XrmMockGenerator.initialise({ entity: { id: ROW_ID, entityName: 'bbl_invoicefrequencydetail' } as never });
  jest.spyOn(Xrm.WebApi, 'retrieveRecord').mockResolvedValue({
    bbl_period: FrequencyPeriod.Monthly,
    bbl_daysofrun: DaysOfRun.DayOfPeriod,
    bbl_runsperperiod: 1,
  });
  XrmMockGenerator.Attribute.createLookup('bbl_invoicefrequencyid', {
    id: ROW_ID,
    entityType: 'bbl_invoicefrequency',
    name: 'x',
  } as never);
  const dayOfMonth = XrmMockGenerator.Attribute.createNumber('bbl_dayofmonth', null as never);
  const weekday = XrmMockGenerator.Attribute.createOptionSet('bbl_weekday', 482100001 as never);
  XrmMockGenerator.Attribute.createOptionSet('bbl_occurrence', null as never);
  const name = XrmMockGenerator.Attribute.createString('bbl_name', '');
  await onLoadInvoiceFrequencyDetail(context());
  expect([weekday.getValue(), control('bbl_weekday').getVisible(), control('bbl_dayofmonth').getVisible()]).toEqual([
    null,
    false,
    true,
  ]);
  expect(dayOfMonth.getRequiredLevel()).toBe('required');
  dayOfMonth.setValue(7);
  dayOfMonth.fireOnChange();
  expect(name.getValue()).toBe('Day 7');
  name.setValue('Payday');
  dayOfMonth.setValue(8);
  dayOfMonth.fireOnChange();
  expect(name.getValue()).toBe('Payday');
});
