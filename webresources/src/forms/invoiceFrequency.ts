import {
  addMonths,
  datesBetween,
  type Frequency,
  frequencyUseViolations,
  frequencyViolations,
  type FrequencyDetail,
  type FrequencySetup,
  frequencyDetailViolations,
  type PlainDate,
  plainDate,
  sentenceOf,
} from '@bbl/domain';
import { DaysOfRun, type FrequencyPeriod } from '@bbl/dataverse/generated/choices';
import {
  InvoiceFrequency,
  InvoiceFrequencyDetail,
  type InvoiceFrequencyDetailRow,
} from '@bbl/dataverse/generated/tables';
import { eq, fetch } from '@bbl/dataverse/fetch';
import { toFrequencyDetail, toFrequencySetup } from '@bbl/dataverse/mapping';
import { readRows } from '../client/rawRow';
import { RUN_DATES_PAGE, type RunDatesShown } from '../pages/shown';
import { fill, TEXTS } from '../texts';
import { dateWords } from '../ui/figures';
import { linkPage } from '../ui/tabChannel';
import { userToday } from '../ui/today';
import { type FormContext, isExisting, onChange, onSaved, rowIdOf, setShown, subGridOf, valueOf } from './form';

const DETAILS_GRID = 'sg_details';
const DATES_SHOWN = 12;
/** Twelve yearly dates need no more than this from today. */
const MONTHS_AHEAD = 13 * 12;

/** Shows what fits the period, and the dates that the frequency would give from today. domain.md 2.2, 4.1. */
export async function onLoadInvoiceFrequency(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext();
  const page = linkPage<RunDatesShown>(RUN_DATES_PAGE);
  let details: readonly FrequencyDetail[] = [];
  const preview = () =>
    page.show(runDatesShown(setupOf(form), details, { isSaved: isExisting(form), today: plainDate(userToday()) }));
  const apply = () => {
    fitToPeriod(form);
    preview();
  };
  const readAgain = async () => {
    if (isExisting(form)) details = await readDetails(rowIdOf(form));
    preview();
  };
  [InvoiceFrequency.Period, InvoiceFrequency.DaysOfRun, InvoiceFrequency.RunsPerPeriod].forEach((column) =>
    onChange(form, column, apply),
  );
  subGridOf(form, DETAILS_GRID)?.addOnLoad(() => void readAgain());
  onSaved(form, () => void readAgain());
  apply();
  await readAgain();
}

/** What a form holds of a frequency's setup; undefined while period or days of run are empty. */
function setupOf(form: FormContext): FrequencySetup | { readonly missing: 'period' | 'daysOfRun' } {
  const period = valueOf(form, InvoiceFrequency.Period) as FrequencyPeriod | null;
  const daysOfRun = valueOf(form, InvoiceFrequency.DaysOfRun) as DaysOfRun | null;
  if (period === null) return { missing: 'period' };
  if (daysOfRun === null) return { missing: 'daysOfRun' };
  return toFrequencySetup({
    bbl_period: period,
    bbl_daysofrun: daysOfRun,
    bbl_runsperperiod: (valueOf(form, InvoiceFrequency.RunsPerPeriod) as number | null) ?? 0,
  });
}

/** A choice that the period leaves no room for is made and not asked for. domain.md 2.2-1, 2.2-2. */
function fitToPeriod(form: FormContext): void {
  const period = valueOf(form, InvoiceFrequency.Period) as FrequencyPeriod | null;
  const canHave = (daysOfRun: DaysOfRun, runsPerPeriod: number): boolean =>
    period !== null &&
    frequencyViolations(
      toFrequencySetup({ bbl_period: period, bbl_daysofrun: daysOfRun, bbl_runsperperiod: runsPerPeriod }),
    ).length === 0;
  const hasDays = canHave(DaysOfRun.DayOfPeriod, 1);
  const hasRuns = canHave(DaysOfRun.WeekdayOfPeriod, 2);
  setShown(form, [InvoiceFrequency.DaysOfRun], hasDays);
  setShown(form, [InvoiceFrequency.RunsPerPeriod], hasRuns);
  if (period === null) return;
  if (!hasDays) setValue(form, InvoiceFrequency.DaysOfRun, DaysOfRun.WeekdayOfPeriod);
  if (!hasRuns || valueOf(form, InvoiceFrequency.RunsPerPeriod) === null)
    setValue(form, InvoiceFrequency.RunsPerPeriod, 1);
}

function setValue(form: FormContext, column: string, value: number): void {
  if (valueOf(form, column) !== value) form.getAttribute<Xrm.Attributes.NumberAttribute>(column)?.setValue(value);
}

async function readDetails(frequencyId: string): Promise<readonly FrequencyDetail[]> {
  const { DayOfMonth, Weekday, Occurrence, InvoiceFrequencyId, table } = InvoiceFrequencyDetail;
  const query = fetch(table).select(DayOfMonth, Weekday, Occurrence).where(eq(InvoiceFrequencyId, frequencyId));
  return (await readRows(table, query)).map((row) => toFrequencyDetail(row as InvoiceFrequencyDetailRow));
}

/** The dates from today, or what is missing to have some. */
export function runDatesShown(
  setup: FrequencySetup | { readonly missing: 'period' | 'daysOfRun' },
  details: readonly FrequencyDetail[],
  { isSaved, today }: { readonly isSaved: boolean; readonly today: PlainDate },
): RunDatesShown {
  if ('missing' in setup) return hint(setup.missing === 'period' ? TEXTS.RunDatesPeriod : TEXTS.RunDatesDays);
  const [invalid] = frequencyViolations(setup);
  if (invalid) return hint(sentenceOf(invalid));
  const frequency: Frequency = { ...setup, details };
  if (frequencyUseViolations(frequency).length > 0)
    return hint(isSaved ? missingDetails(frequency) : TEXTS.RunDatesSave);
  const dates = datesBetween(today, addMonths(today, MONTHS_AHEAD), frequency, DATES_SHOWN);
  return { intro: fill(TEXTS.RunDatesTitle, [dates.length]), dates: dates.map(dateWords) };
}

const hint = (intro: string): RunDatesShown => ({ intro, dates: [] });

function missingDetails(frequency: Frequency): string {
  const { details, runsPerPeriod } = frequency;
  if (details.some((detail) => frequencyDetailViolations(detail, frequency).length > 0)) return TEXTS.RunDatesUnfit;
  if (details.length === 0) return fill(TEXTS.RunDatesNone, [runsPerPeriod]);
  const missing = runsPerPeriod - details.length;
  if (missing < 0) return fill(TEXTS.RunDatesSurplus, [runsPerPeriod, details.length]);
  if (missing === 1) return fill(TEXTS.RunDatesMissingOne, [runsPerPeriod, details.length]);
  return fill(TEXTS.RunDatesMissing, [missing, runsPerPeriod, details.length]);
}
