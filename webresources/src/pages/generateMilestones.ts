import { parseAmount, plainDate, type Currency, type MinorUnits } from '@bbl/domain';
import { dataverseClient } from '../client/dataverseClient';
import { CallFault, type GeneratedMilestone } from '../client/port';
import { type ComparedRow, compareSchedules, type PlannedEntry } from '../schedule/compareSchedules';
import { type LineSchedule, readLineSchedule } from '../schedule/lineSchedule';
import { TEXTS } from '../texts';
import { xrmUi } from '../ui/xrmUi';
import { followForm } from '../ui/tabChannel';
import { userDatePattern, withUserDates } from '../ui/userDates';
import { byId, closeOnEscape, followSurroundings } from './dom';
import { GENERATOR_PAGE, type GeneratorAnswer, type GeneratorShown } from './shown';
import { drawFacts, drawSchedule, drawRefusal, showOnly } from './generateView';

/**
 * The dialog of Generate periodic milestones: what the line's schedule would be, beside what it is, before anything is
 * written. Rules and figures are the server's. domain.md 4.3.
 */
declare global {
  interface Window {
    Xrm: typeof Xrm;
  }
}

// A page inside the app finds the client API on the app's window; the modules shared with the ribbon expect it here.
window.Xrm = window.parent.Xrm;
followSurroundings();
closeOnEscape();
const client = dataverseClient(Xrm.WebApi);
const tellDone = followForm<GeneratorShown, GeneratorAnswer>(GENERATOR_PAGE, () => window.close());
const lineId = new URLSearchParams(window.location.search).get('data') ?? '';
byId('cancel').addEventListener('click', () => window.close());
void open();

async function open(): Promise<void> {
  try {
    const line = await readLineSchedule(lineId);
    if (!line) throw new CallFault(xrmUi.text('GenerateRefused'), '');
    drawFacts(line);
    await preview(line);
  } catch (error) {
    drawRefusal(TEXTS.GenerateRefused, messageOf(error));
  }
}

async function preview(line: LineSchedule): Promise<void> {
  const { milestones } = await client.generateMilestones(lineId, 'preview');
  const planned = milestones.map((milestone) => toPlanned(milestone, line.currency));
  const rows = compareSchedules(line.milestones, planned);
  drawSchedule(line, rows, planned);
  offer(line, rows);
}

/** The one command that fits: create an empty schedule, else replace its open part. */
function offer(line: LineSchedule, rows: readonly ComparedRow[]): void {
  const button = byId<HTMLButtonElement>('write');
  const added = rows.filter(({ change }) => change === 'added').length;
  const isEmpty = line.milestones.length === 0;
  const hasChanges = rows.some(({ change }) => change === 'added' || change === 'changed' || change === 'removed');
  if (!hasChanges) {
    byId('intro').textContent = TEXTS.GenerateNothing;
    return;
  }
  button.textContent = isEmpty
    ? added === 1
      ? TEXTS.GenerateCreateOne
      : xrmUi.text('GenerateCreate', added)
    : TEXTS.GenerateReplace;
  button.hidden = false;
  button.addEventListener('click', () => void write(button, isEmpty ? 'create' : 'replaceopen'));
  button.focus();
}

async function write(button: HTMLButtonElement, mode: 'create' | 'replaceopen'): Promise<void> {
  button.disabled = true;
  byId('busy').textContent = TEXTS.GenerateWriting;
  showOnly('busy');
  try {
    const { milestones, createdCount } = await client.generateMilestones(lineId, mode);
    tellDone({
      text:
        milestones.length === 1 ? xrmUi.text('GeneratedOne') : xrmUi.text('Generated', milestones.length, createdCount),
    });
  } catch (error) {
    drawRefusal(TEXTS.GenerateRefusedWrite, messageOf(error));
    button.disabled = false;
  }
}

const messageOf = (error: unknown): string =>
  withUserDates(error instanceof Error ? error.message : String(error), userDatePattern());

function toPlanned({ name, date, amount, tax, kept }: GeneratedMilestone, currency: Currency): PlannedEntry {
  return { name, date: plainDate(date), amountMinor: read(amount, currency), taxMinor: read(tax, currency), kept };
}

function read(text: string, currency: Currency): MinorUnits {
  const amount = parseAmount(text, currency);
  if (!amount.ok) throw new TypeError(`The schedule holds no amount: ${text}`);
  return amount.value;
}
