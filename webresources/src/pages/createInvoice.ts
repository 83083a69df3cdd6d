import { isPlainDate, type PlainDate } from '@bbl/domain';
import { fill } from '../texts';
import { CREATE_INVOICE_PAGE, type CreateInvoiceAnswer, type CreateInvoiceShown } from '../ui/createInvoice';
import { followForm } from '../ui/tabChannel';
import { dateFigure, readDate } from '../ui/userDates';
import { byId, closeOnEscape, followSurroundings, make, replaceContent } from './dom';

/**
 * The dialog of Create invoice: who is billed what, and under which date. Enter creates; rows dated later are told
 * before, with the date that would take them along. domain.md 8.2-2.
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
  byId('intro').textContent = next.intro;
  byId('leftout').textContent = next.leftOut;
  drawCustomers(next);
  byId('label').textContent = next.texts.date;
  create.textContent = next.texts.create;
  byId('cancel').textContent = next.texts.cancel;
  if (isPlainDate(next.today)) take(next.today);
  (create.disabled ? byId('use') : create).focus();
}

function drawCustomers({ customers, more, totals, texts }: CreateInvoiceShown): void {
  replaceContent(
    byId('rows'),
    ...customers.map(({ name, detail, amount }) =>
      make(
        'tr',
        {},
        make('td', { title: name }, name),
        make('td', { class: 'contract', title: detail }, detail),
        make('td', { class: 'figure' }, amount),
      ),
    ),
    ...(more === '' ? [] : [make('tr', { class: 'more' }, make('td', { colspan: '3' }, more))]),
  );
  const isOneLine = customers.length === 1 && totals.length === 1;
  replaceContent(
    byId('totals'),
    ...(totals.length === 0 || isOneLine
      ? []
      : [
          make('tr', {}, make('td', {}, texts.total), make('td', { class: 'figure', colspan: '2' }, totals.join(', '))),
        ]),
  );
}

const typedDate = (): PlainDate | null => (shown ? readDate(date.value, shown.pattern) : null);

/** Puts a date into the field, as the user writes it. */
function take(next: PlainDate): void {
  if (!shown) return;
  date.value = dateFigure(next, shown.pattern);
  judge();
}

/** Says what the date in the field means for the rows. */
function judge(): void {
  if (!shown) return;
  const { dates, rowsCount, texts, pattern, today } = shown;
  const chosen = typedDate();
  const later = chosen === null ? [] : dates.filter((each) => each > chosen).sort();
  const latest = later[later.length - 1];
  const isAllLater = later.length > 0 && later.length === rowsCount;
  date.setAttribute('aria-invalid', String(chosen === null));
  calendar.value = chosen ?? '';
  create.disabled = chosen === null || isAllLater;
  byId('note').className = chosen === null ? 'invalid' : latest === undefined ? '' : 'later';
  const figure = (day: string | undefined): string =>
    isPlainDate(day ?? '') ? dateFigure(day as PlainDate, pattern) : '';
  byId('message').textContent =
    chosen === null
      ? fill(texts.invalid, [figure(today)])
      : latest === undefined
        ? ''
        : fill(
            isAllLater ? texts.allLater : texts.later,
            isAllLater ? [figure(latest)] : [later.length, rowsCount, figure(latest)],
          );
  offer(latest === undefined ? null : (latest as PlainDate), figure(latest));
}

/** The button that takes the latest date of the rows. */
function offer(latest: PlainDate | null, figure: string): void {
  const use = byId<HTMLButtonElement>('use');
  use.hidden = latest === null;
  use.textContent = latest === null || !shown ? '' : fill(shown.texts.useDate, [figure]);
  use.onclick = () => {
    if (latest !== null) take(latest);
    create.focus();
  };
}
