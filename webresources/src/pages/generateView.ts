import { formatUs, type MinorUnits, sum } from '@bbl/domain';
import type { ComparedRow, PlannedEntry, ScheduleChange } from '../schedule/compareSchedules';
import type { LineSchedule } from '../schedule/lineSchedule';
import { TEXTS, type TextKey } from '../texts';
import { amountFigure, amountWords, dateWords } from '../ui/figures';
import { byId, make, replaceContent } from './dom';

const CHANGE_TEXTS: { readonly [change in ScheduleChange]: TextKey } = {
  kept: 'ChangeKept',
  unchanged: 'ChangeUnchanged',
  changed: 'ChangeChanged',
  added: 'ChangeAdded',
  removed: 'ChangeRemoved',
};

/** Shows the schedule, or that something is under way. */
export function showOnly(part: 'busy' | 'schedule'): void {
  byId('busy').hidden = part !== 'busy';
  byId('schedule').hidden = part !== 'schedule';
}

/** What the schedule is made of: an empty figure is what has to be filled in first. */
export function drawFacts(line: LineSchedule): void {
  const amount = (minor: MinorUnits | null) => (minor === null ? null : amountWords(minor, line.currency));
  const facts: readonly (readonly [string, string | null])[] = [
    [TEXTS.FactFrequency, line.frequencyName || null],
    [TEXTS.FactStart, line.start && dateWords(line.start)],
    [TEXTS.FactEnd, line.end && dateWords(line.end)],
    [TEXTS.FactAmount, amount(line.contractedAmountMinor)],
    [TEXTS.FactTax, amount(line.estimatedTaxMinor)],
  ];
  replaceContent(
    byId('facts'),
    ...facts.map(([label, value]) =>
      make(
        'div',
        {},
        make('dt', {}, label),
        make('dd', value === null ? { class: 'empty' } : {}, value ?? TEXTS.FactEmpty),
      ),
    ),
  );
}

/** The schedule as it would be; beside it the one that is there, when there is one. */
export function drawSchedule(line: LineSchedule, rows: readonly ComparedRow[], planned: readonly PlannedEntry[]): void {
  const isReplacing = line.milestones.length > 0;
  byId('intro').textContent = isReplacing ? TEXTS.GenerateIntroReplace : TEXTS.GenerateIntroCreate;
  const { decimals } = line.currency;
  const figures = (entry: ComparedRow['after'], isOther: boolean): HTMLElement[] =>
    [entry?.amountMinor, entry?.taxMinor].map((minor) =>
      make(
        'td',
        { class: isOther ? 'figure before' : 'figure' },
        minor === undefined ? '' : amountFigure(minor, decimals),
      ),
    );
  replaceContent(byId('counts'), ...(isReplacing ? countsOf(rows) : []));
  replaceContent(byId('head'), ...headRows(isReplacing));
  replaceContent(byId('rows'), ...rows.map((row) => rowOf(row, isReplacing, figures)));
  replaceContent(byId('foot'), ...footRows(line, planned, isReplacing));
  showOnly('schedule');
}

/** "3 kept, 7 added": what a long list hides below its edge. */
function countsOf(rows: readonly ComparedRow[]): HTMLElement[] {
  return (Object.keys(CHANGE_TEXTS) as ScheduleChange[]).flatMap((change) => {
    const count = rows.filter((row) => row.change === change).length;
    return count === 0
      ? []
      : [make('li', { class: `badge ${change}` }, `${count} ${TEXTS[CHANGE_TEXTS[change]].toLowerCase()}`)];
  });
}

function headRows(isReplacing: boolean): HTMLElement[] {
  const figures = [TEXTS.ColumnAmount, TEXTS.ColumnTax];
  const column = (text: string, className = '', rows = '1') =>
    make('th', { scope: 'col', rowspan: rows, class: className }, text);
  if (!isReplacing) {
    const named = [column(TEXTS.ColumnDate), column(TEXTS.ColumnName, 'aside')];
    return [make('tr', {}, ...named, ...figures.map((text) => column(text, 'figure')))];
  }
  const group = (text: string, className: string) =>
    make('th', { scope: 'colgroup', colspan: '2', class: `group ${className}` }, text);
  return [
    make(
      'tr',
      {},
      column(TEXTS.ColumnDate, '', '2'),
      column(TEXTS.ColumnName, 'aside', '2'),
      group(TEXTS.ColumnNow, 'before'),
      group(TEXTS.ColumnThen, ''),
      column(TEXTS.ColumnChange, 'aside', '2'),
    ),
    make('tr', {}, ...[...figures, ...figures].map((text) => column(text, 'figure'))),
  ];
}

function rowOf(
  { change, before, after }: ComparedRow,
  isReplacing: boolean,
  figures: (entry: ComparedRow['after'], isOther: boolean) => HTMLElement[],
): HTMLElement {
  const entry = after ?? before;
  const name = entry?.name ?? '';
  const badge = () => make('span', { class: `badge ${change}` }, TEXTS[CHANGE_TEXTS[change]]);
  // On a phone what tells little has no column of its own: it stands below the date.
  const below = make('span', { class: 'below' });
  if (entry && name !== formatUs(entry.date)) below.append(`${name} `);
  if (isReplacing) below.append(badge());
  const named = [
    make('td', { class: 'date' }, entry ? dateWords(entry.date) : '', below),
    make('td', { class: 'aside' }, name),
  ];
  if (!isReplacing) return make('tr', {}, ...named, ...figures(after, false));
  return make(
    'tr',
    { class: change },
    ...named,
    ...figures(before, true),
    ...figures(after, false),
    make('td', { class: 'aside' }, badge()),
  );
}

function footRows(line: LineSchedule, planned: readonly PlannedEntry[], isReplacing: boolean): HTMLElement[] {
  const { decimals } = line.currency;
  const totals = (entries: readonly { readonly amountMinor: MinorUnits; readonly taxMinor: MinorUnits }[]) => [
    sum(entries.map(({ amountMinor }) => amountMinor)),
    sum(entries.map(({ taxMinor }) => taxMinor)),
  ];
  const cells = (minors: readonly MinorUnits[], className: string) =>
    minors.map((minor) => make('td', { class: className }, amountFigure(minor, decimals)));
  return [
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, TEXTS.ColumnTotal),
      make('td', { class: 'aside' }),
      ...(isReplacing ? cells(totals(line.milestones), 'figure before') : []),
      ...cells(totals(planned), 'figure'),
      ...(isReplacing ? [make('td', { class: 'aside' })] : []),
    ),
  ];
}

/** Why nothing can be written: the server's sentence, its code apart. */
export function drawRefusal(title: string, message: string): void {
  const [, code, sentence] = /^(BBL-[A-Z]{3}-\d\d): (.*)$/s.exec(message) ?? [undefined, '', message];
  const parts = [make('strong', {}, title), make('span', {}, sentence ?? message)];
  replaceContent(byId('refusal'), ...parts, ...(code ? [make('code', {}, code)] : []));
  byId('refusal').hidden = false;
  const hasSchedule = byId('rows').childElementCount > 0;
  byId('busy').hidden = true;
  byId('schedule').hidden = !hasSchedule;
  if (!hasSchedule) byId('intro').textContent = TEXTS.GenerateCopyHint;
}
