import { type FrequencyDetail, frequencyDetailViolations, type FrequencySetup } from '@bbl/domain';
import { InvoiceFrequency, InvoiceFrequencyDetail, type InvoiceFrequencyRow } from '@bbl/dataverse/generated/tables';
import { toFrequencySetup } from '@bbl/dataverse/mapping';
import { fill, TEXTS } from '../texts';
import { type FormContext, isExisting, lookupOf, onChange, setLocked, setShown, valueOf } from './form';

const COLUMN_OF = {
  dayOfMonth: InvoiceFrequencyDetail.DayOfMonth,
  weekday: InvoiceFrequencyDetail.Weekday,
  occurrence: InvoiceFrequencyDetail.Occurrence,
} as const;

/** The ways to fill in a detail; the rule says which one a setup takes. */
const SHAPES: readonly FrequencyDetail[] = [
  { dayOfMonth: 1, weekday: null, occurrence: null },
  { dayOfMonth: null, weekday: 0, occurrence: null },
  { dayOfMonth: null, weekday: 0, occurrence: 'First' },
];

/** Shows the columns that the frequency's setup uses, and asks for exactly those. domain.md 2.2-2. */
export async function onLoadInvoiceFrequencyDetail(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext();
  const apply = async () => fitToSetup(form, await setupAbove(form));
  if (isExisting(form)) setLocked(form, [InvoiceFrequencyDetail.InvoiceFrequencyId], true);
  onChange(form, InvoiceFrequencyDetail.InvoiceFrequencyId, () => void apply());
  Object.values(COLUMN_OF).forEach((column) => onChange(form, column, () => nameAfterContent(form)));
  await apply();
}

/** "Day 7", "First Monday": the name follows what is filled in until somebody gives another one. */
function nameAfterContent(form: FormContext): void {
  const name = form.getAttribute<Xrm.Attributes.StringAttribute>(InvoiceFrequencyDetail.Name);
  const given = name?.getValue() ?? '';
  if (!name || (given !== '' && given !== nameGiven.get(form))) return;
  const day = valueOf(form, COLUMN_OF.dayOfMonth) as number | null;
  const words = [COLUMN_OF.occurrence, COLUMN_OF.weekday].flatMap((column) => {
    const choice = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(column);
    return choice?.getValue() == null ? [] : [choice.getText()];
  });
  const next = day === null ? words.join(' ') : fill(TEXTS.DayName, [day]);
  nameGiven.set(form, next);
  name.setValue(next);
}

/** The name that this script last gave on a form. */
const nameGiven = new WeakMap<FormContext, string>();

/** The columns that a detail of this setup fills. */
export function usedColumns(setup: FrequencySetup): readonly string[] {
  const shape = SHAPES.find((detail) => frequencyDetailViolations(detail, setup).length === 0);
  return Object.entries(COLUMN_OF).flatMap(([field, column]) =>
    shape && shape[field as keyof FrequencyDetail] !== null ? [column] : [],
  );
}

function fitToSetup(form: FormContext, setup: FrequencySetup | undefined): void {
  const used = setup ? usedColumns(setup) : [];
  for (const column of Object.values(COLUMN_OF)) {
    const isUsed = used.includes(column);
    const attribute = form.getAttribute<Xrm.Attributes.NumberAttribute>(column);
    setShown(form, [column], isUsed);
    attribute?.setRequiredLevel(isUsed ? 'required' : 'none');
    // An unused column must be empty; without a frequency nothing is known yet.
    if (setup && !isUsed && valueOf(form, column) !== null) attribute?.setValue(null);
  }
  const label = setup?.period === 'Biweekly' ? TEXTS.DayOfFortnight : TEXTS.DayOfMonth;
  form.getAttribute(COLUMN_OF.dayOfMonth)?.controls.forEach((control) => {
    if ('setLabel' in control) control.setLabel(label);
  });
}

async function setupAbove(form: FormContext): Promise<FrequencySetup | undefined> {
  const frequencyId = lookupOf(form, InvoiceFrequencyDetail.InvoiceFrequencyId);
  if (frequencyId === null) return undefined;
  const { Period, DaysOfRun, RunsPerPeriod, table } = InvoiceFrequency;
  const row = (await Xrm.WebApi.retrieveRecord(
    table,
    frequencyId,
    `?$select=${[Period, DaysOfRun, RunsPerPeriod].join(',')}`,
  )) as InvoiceFrequencyRow;
  return row.bbl_period == null || row.bbl_daysofrun == null ? undefined : toFrequencySetup(row);
}
