import { isPlainDate, type PlainDate } from '@bbl/domain';
import type { RowSummary } from '../client/rowSummaries';
import { fill } from '../texts';
import { billedGroups, dueBy, GROUPS_SHOWN_MAX } from '../ui/billedGroups';
import { CREATE_INVOICE_PAGE, type CreateInvoiceAnswer, type CreateInvoiceShown } from '../ui/createInvoice';
import { totalsOf } from '../ui/figures';
import { followForm } from '../ui/tabChannel';
import { dateFigure, datesOf } from '../ui/userDates';
import { byId, closeOnEscape, followSurroundings, make, replaceContent } from './dom';

/**
 * The dialog of Create invoice: who is billed what, and under which date. Enter creates; the date decides
 * which rows come along, and rows dated later are told with the date that would take them. domain.md 8.2-2.
 */
const date = byId<HTMLInputElement>('date');
const calendar = byId<HTMLInputElement>('calendar');
const create = byId<HTMLButtonElement>('create');
let shown: CreateInvoiceShown | undefined;

followSurroundings();
closeOnEscape();
const answer = followForm<CreateInvoiceShown, CreateInvoiceAnswer>(CREATE_INVOICE_PAGE, draw);
byId('cancel').addEventListener('click', () => window.close());
byId('pick').addEventListener('click', () => calendar.showPicker());
calendar.addEventListener('change', () => isPlainDate(calendar.value) && take(calendar.value));
date.addEventListener('input', judge);
byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const invoiceDate = typedDate();
  if (invoiceDate === null || create.disabled) return;
  create.disabled = true;
  answer({ invoiceDate });
});

function draw(next: CreateInvoiceShown): void {
  if (next.isAnswered) return window.close();
  if (shown) return;
  shown = next;
  byId('leftout').textContent = next.leftOut;
  byId('label').textContent = next.texts.date;
  create.textContent = next.texts.create;
  byId('cancel').textContent = next.texts.cancel;
  if (isPlainDate(next.today)) take(next.today);
  (create.disabled ? byId('use') : create).focus();
}

/** Who is billed what under this date. Of contracts only their names are known before. */
function drawBilled({ kind, count, texts }: CreateInvoiceShown, rows: readonly RowSummary[]): void {
  const billedCount = rows.length === 0 || kind === 'contracts' ? count : rows.length;
  byId('intro').textContent = billedCount === 1 ? texts.introOne : fill(texts.introMany, [billedCount]);
  const groups = billedGroups(rows);
  const hidden = groups.length - GROUPS_SHOWN_MAX;
  const amountOf = (of: readonly RowSummary[]): string => (kind === 'rows' ? totalsOf(of).join(', ') : '');
  replaceContent(
    byId('rows'),
    ...groups.slice(0, GROUPS_SHOWN_MAX).map((group) => line(group.customer, group.contract, amountOf(group.rows))),
    ...(hidden > 0 ? [make('tr', { class: 'more' }, make('td', { colspan: '3' }, fill(texts.more, [hidden])))] : []),
  );
  const total = make('td', { class: 'figure', colspan: '2' }, amountOf(rows));
  const hasTotal = kind === 'rows' && groups.length > 1;
  replaceContent(byId('totals'), ...(hasTotal ? [make('tr', {}, make('td', {}, texts.total), total)] : []));
}

const line = (customer: string, contract: string, amount: string): HTMLElement =>
  make(
    'tr',
    {},
    make('td', { title: customer }, customer),
    make('td', { class: 'contract', title: contract }, contract),
    make('td', { class: 'figure' }, amount),
  );

function typedDate(): PlainDate | null {
  const read = shown && datesOf(shown.pattern).parse(date.value);
  return read && 'date' in read ? read.date : null;
}

/** Puts a date into the field, as the user writes it. */
function take(next: PlainDate): void {
  if (!shown) return;
  date.value = datesOf(shown.pattern).typed(next);
  judge();
}

/** Shows what the date in the field means for the rows. */
function judge(): void {
  if (!shown) return;
  const { kind, rows } = shown;
  const chosen = typedDate();
  const due = chosen === null || kind === 'contracts' ? rows : dueBy(chosen, rows);
  const isAllLater = due.length === 0 && rows.length > 0;
  drawBilled(shown, isAllLater ? rows : due);
  date.setAttribute('aria-invalid', String(chosen === null));
  calendar.value = chosen ?? '';
  create.disabled = chosen === null || isAllLater;
  if (chosen === null) return say('invalid', fill(shown.texts.invalid, [figureOf(shown, shown.today)]), null);
  const latest = latestOf(rows);
  if (latest === null || due.length === rows.length) return say('', '', null);
  say('later', laterWords(shown, rows.length - due.length, figureOf(shown, latest)), latest);
}

function laterWords({ rows, texts }: CreateInvoiceShown, laterCount: number, latest: string): string {
  if (laterCount === rows.length) return fill(texts.allLater, [latest]);
  if (laterCount === 1) return fill(texts.laterOne, [rows.length, latest]);
  return fill(texts.laterMany, [laterCount, rows.length, latest]);
}

const figureOf = ({ pattern }: CreateInvoiceShown, day: string): string =>
  isPlainDate(day) ? dateFigure(day, pattern) : '';

const latestOf = (rows: readonly RowSummary[]): PlainDate | null =>
  rows.reduce<PlainDate | null>((latest, { date: day }) => (day !== null && day > (latest ?? '') ? day : latest), null);

function say(kind: 'invalid' | 'later' | '', message: string, latest: PlainDate | null): void {
  byId('note').className = kind;
  byId('message').textContent = message;
  offer(latest);
}

/** The button that takes the latest date of the rows. */
function offer(latest: PlainDate | null): void {
  const use = byId<HTMLButtonElement>('use');
  use.hidden = latest === null;
  if (latest === null || !shown) return;
  use.textContent = fill(shown.texts.useDate, [figureOf(shown, latest)]);
  use.onclick = () => {
    take(latest);
    create.focus();
  };
}
