import { BillingStatus, ContractStatus, HeaderStatus } from '@bbl/dataverse/generated/choices';
import { setIconOptions } from '@fluentui/react';
import * as ReactDOM from 'react-dom';
import { act, Simulate } from 'react-dom/test-utils';
import { MilestoneSchedule } from './index';
import { figuresOf } from './mapping/figures';
import { TEXT_KEYS } from './mapping/texts';
import { FakeApp, readResx } from './testing/fakeApp';

// Apps register the icons of the platform's own parts.
setIconOptions({ disableWarnings: true });
// There is no layout to scroll.
Element.prototype.scrollIntoView = () => undefined;

let host: HTMLElement;
beforeEach(() => {
  host = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  // What a test leaves unsaved would be kept for the next one.
  const discard = button('Discard changes');
  if (discard) click(discard);
  ReactDOM.unmountComponentAtNode(host);
  host.remove();
});

const THREE = {
  a: { name: 'Design', date: '2026-01-31', amount: 300 },
  b: { name: 'Build', date: '2026-02-28', amount: 300 },
  c: { name: 'Handover', date: '2026-03-31', amount: 400 },
};

/** Promises of the fake app and what React makes of them. */
const settled = async (): Promise<void> => {
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
};

async function start(app: FakeApp): Promise<FakeApp> {
  const control = new MilestoneSchedule();
  control.init(app.context());
  app.onUpdate = () => act(() => void ReactDOM.render(control.updateView(app.context()), host));
  app.onUpdate();
  await settled();
  app.log.length = 0;
  return app;
}

const grid = (): HTMLElement => host.querySelector<HTMLElement>('[role=treegrid]')!;
const rows = (): HTMLElement[] => [...host.querySelectorAll<HTMLElement>('[role=row][aria-level="1"]')];
const row = (name: string): HTMLElement => rows().find((each) => each.textContent?.includes(name))!;
const COLUMN = { select: 1, name: 2, date: 3, amount: 4, tax: 5, remove: 10 };
const cell = (name: string, column: keyof typeof COLUMN): HTMLElement =>
  row(name).querySelector<HTMLElement>(`[aria-colindex="${COLUMN[column]}"]`)!;
const click = (target: Element): void =>
  act(() => void target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })));
function press(...keys: string[]): void {
  for (const withModifiers of keys) {
    const parts = withModifiers.split('+');
    const key = parts.pop() as string;
    const init = { key, bubbles: true, cancelable: true };
    const modifiers = {
      shiftKey: parts.includes('Shift'),
      ctrlKey: parts.includes('Control'),
      altKey: parts.includes('Alt'),
    };
    act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...init, ...modifiers })));
  }
}
function type(text: string): void {
  const input = host.querySelector<HTMLInputElement>('input')!;
  act(() => Simulate.change(input, { target: { value: text } } as never));
}
function edit(name: string, column: keyof typeof COLUMN, text: string): void {
  click(cell(name, column));
  type(text);
  press('Enter');
}
const button = (label: string): HTMLElement =>
  [...host.querySelectorAll<HTMLElement>('button')].find((each) => each.textContent === label)!;
const summary = (): string => host.querySelector('.bbs-totals')?.textContent ?? '';
const status = (): string => host.querySelector('.bbs-status')?.textContent ?? '';

test('is a tree grid with names, counts and one tab stop', async () => {
  await start(new FakeApp(THREE));
  expect(grid().getAttribute('aria-label')).toBe('Milestone schedule');
  expect([grid().getAttribute('aria-rowcount'), grid().getAttribute('aria-colcount')]).toEqual(['4', '10']);
  expect(rows().map((each) => each.getAttribute('aria-rowindex'))).toEqual(['2', '3', '4']);
  expect(host.querySelectorAll('[role=columnheader]')).toHaveLength(10);
  expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('4.4-2: the total says what is missing, and that nothing is once it agrees', async () => {
  await start(new FakeApp(THREE));
  expect(summary()).toContain('None, the schedule is complete');
  edit('Design', 'amount', '250.50');
  expect(summary()).toContain('$49.50 missing');
  edit('Design', 'amount', '400');
  expect(summary()).toContain('$100.00 too much');
});

test('no contracted amount, no check', async () => {
  const app = new FakeApp(THREE);
  app.contracted = null;
  await start(app);
  expect(summary()).toBe('Scheduled$1,000.00');
});

test('changes are written one by one, exactly, and then the rows are read again', async () => {
  const app = await start(new FakeApp(THREE));
  edit('Design', 'amount', '1,234.05');
  click(cell('Build', 'date'));
  press('Escape', 'Alt+ArrowRight', 'Alt+Shift+ArrowLeft');
  press('Control+Enter');
  await settled();
  expect(app.log).toEqual(['update a {"bbl_amount":1234.05}', 'update b {"bbl_date":"2026-02-22"}', 'refresh']);
  expect(status()).toBe('Changes saved: 2.');
});

test('a new row takes what is missing and belongs to the line', async () => {
  const app = await start(new FakeApp(THREE));
  edit('Design', 'amount', '200');
  press('Insert');
  type('Survey');
  press('Enter', 'Control+Enter');
  await settled();
  expect(app.log).toContain(
    `create {"bbl_ContractLineId@odata.bind":"/bbl_contractlines(${app.lineId})","bbl_name":"Survey","bbl_date":"2026-03-31","bbl_amount":100,"bbl_tax":0}`,
  );
});

test('deleting asks first, waits for the save, and can be taken back', async () => {
  const app = await start(new FakeApp(THREE));
  click(cell('Build', 'remove').querySelector('button')!);
  await settled();
  expect(app.log).toEqual(['confirm Delete "Build"? It goes when you save the schedule.']);
  expect(row('Build').className).toContain('bbs-is-removed');
  expect(cell('Build', 'remove').contains(document.activeElement)).toBe(true);
  press('Control+z');
  expect(row('Build').className).toContain('bbs-is-stored');
  app.isConfirmed = false;
  click(cell('Build', 'remove').querySelector('button')!);
  await settled();
  expect(row('Build').className).toContain('bbs-is-stored');
});

test('a refused change stays with its row and its sentence; the others are saved', async () => {
  const app = new FakeApp(THREE);
  app.refusals.set('a', 'BBL-MST-06: A milestone without an amount cannot carry tax.');
  await start(app);
  edit('Design', 'amount', '0');
  edit('Build', 'name', 'Built');
  press('Control+Enter');
  await settled();
  expect(host.querySelector('.bbs-refusal')?.textContent).toContain('BBL-MST-06');
  expect(cell('Design', 'amount').textContent).toBe('$0.00');
  expect(cell('Design', 'amount').getAttribute('aria-describedby')).toBe(host.querySelector('.bbs-refusal')?.id);
  expect([app.log, status()]).toEqual([
    ['update b {"bbl_name":"Built"}', 'refresh'],
    'Changes not saved: 1. The rows say why.',
  ]);
});

test('2.5-3: what is on an invoice is locked, its name is not', async () => {
  const splits = [BillingStatus.CustomerInvoiceCreated, BillingStatus.NotReadyToInvoice];
  await start(new FakeApp({ ...THREE, a: { ...THREE.a, headerStatus: HeaderStatus.InProgress, splits } }));
  expect(
    ['name', 'date', 'amount', 'tax'].map((each) => cell('Design', each as 'name').getAttribute('aria-readonly')),
  ).toEqual(['false', 'true', 'true', 'true']);
  click(cell('Design', 'amount'));
  expect([host.querySelector('input'), status()]).toEqual([null, 'Locked: the milestone is already in billing.']);
  expect(cell('Design', 'remove').querySelector('button')).toBeNull();
});

test('2.5-3: what was said of a locked milestone goes when the rows are read again', async () => {
  const splits = [BillingStatus.CustomerInvoiceCreated];
  const app = await start(new FakeApp({ ...THREE, a: { ...THREE.a, headerStatus: HeaderStatus.InProgress, splits } }));
  click(cell('Design', 'amount'));
  expect(status()).toBe('Locked: the milestone is already in billing.');
  app.milestones = { ...app.milestones, a: THREE.a };
  app.reload();
  app.onUpdate();
  await settled();
  expect(status()).toBe('');
});

test('2.5-3: of a progress-based milestone in billing the date moves on, its slices with it', async () => {
  const a = {
    ...THREE.a,
    headerStatus: HeaderStatus.InProgress,
    nextInvoiceStatus: BillingStatus.ReadyToInvoice,
    splits: [BillingStatus.CustomerInvoicePosted],
  };
  await start(new FakeApp({ ...THREE, a }));
  expect([cell('Design', 'date'), cell('Design', 'amount')].map((each) => each.getAttribute('aria-readonly'))).toEqual([
    'false',
    'true',
  ]);
});

test('3.11-3: on a Completed or Lost contract nothing can be changed', async () => {
  const app = new FakeApp(THREE);
  app.contractStatus = ContractStatus.Lost;
  await start(app);
  expect(cell('Design', 'date').getAttribute('aria-readonly')).toBe('true');
  expect(host.textContent).not.toContain('Add row');
});

test('customers stand below their milestone, by mouse and by key', async () => {
  const splits = [BillingStatus.ReadyToInvoice, BillingStatus.NotReadyToInvoice];
  await start(new FakeApp({ ...THREE, a: { ...THREE.a, splits } }));
  click(row('Design').querySelector('[data-expander]')!);
  expect(row('Design').getAttribute('aria-expanded')).toBe('true');
  expect([...host.querySelectorAll('[aria-level="2"]')].map((each) => each.textContent)).toEqual([
    'Customer 11/31/2026$150.00$0.00$150.00Ready to invoice',
    'Customer 21/31/2026$150.00$0.00$150.00Not ready to invoice',
  ]);
  press('Alt+ArrowUp');
  expect(host.querySelectorAll('[aria-level="2"]')).toHaveLength(0);
});

test('selected rows are told to the command bar, new ones are not', async () => {
  const app = await start(new FakeApp(THREE));
  click(cell('Build', 'select').querySelector('[role=checkbox]')!);
  expect(app.log).toEqual(['select b']);
  press('Insert', 'Escape', 'Control+a');
  expect(app.log[app.log.length - 1]).toBe('select a b c');
});

test('a move on a selected row moves all of them, as one step', async () => {
  await start(new FakeApp(THREE));
  press('Tab');
  click(cell('Design', 'select').querySelector('[role=checkbox]')!);
  click(cell('Build', 'select').querySelector('[role=checkbox]')!);
  press('Alt+ArrowRight');
  expect([cell('Design', 'date').textContent, cell('Build', 'date').textContent]).toEqual(['2/1/2026', '3/1/2026']);
  press('Control+z');
  expect(cell('Design', 'date').textContent).toBe('1/31/2026');
});

test('what is no amount keeps the cell open and says why', async () => {
  await start(new FakeApp(THREE));
  edit('Design', 'amount', '12.345');
  expect(host.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
  expect(host.querySelector('[role=alert]')?.textContent).toContain('no more decimals than the currency has');
  press('Escape');
  expect([host.querySelector('input'), cell('Design', 'amount').textContent]).toEqual([null, '$300.00']);
});

describe('dates are typed as the user reads them', () => {
  const typed = (text: string): string => {
    edit('Design', 'date', text);
    const answer = host.querySelector('.bbs-problem')?.textContent ?? cell('Design', 'date').textContent ?? '';
    press('Escape');
    return answer;
  };

  test('the field holds the day as the cell shows it, and takes it in every spelling', async () => {
    await start(new FakeApp(THREE));
    click(cell('Design', 'date'));
    expect(host.querySelector<HTMLInputElement>('input')).toMatchObject({ type: 'text', value: '1/31/2026' });
    press('Escape');
    expect(['3/1/2027', '3.1.2027', '03-01-27', '2027-03-01', ' 2027/3/1 '].map(typed)).toEqual(
      Array(5).fill('3/1/2027'),
    );
  });

  test('years that Dataverse has not, and days that the calendar has not, keep the cell open', async () => {
    await start(new FakeApp(THREE));
    expect(['3/1/0027', '0027-03-01', '1/1/1752'].map(typed)).toEqual(Array(3).fill('Enter a year from 1753 to 9999.'));
    expect(['2/30/2027', '3/1/207', '3/1', 'soon', ''].map(typed)).toEqual(
      Array(5).fill('Enter a date such as 1/31/2026.'),
    );
    expect(status()).toBe('');
  });

  const calendar = (): HTMLElement | null => document.querySelector<HTMLElement>('.ms-Calendar, .ms-DatePicker');

  test('a day is chosen from the user’s own calendar, by mouse or from the keyboard', async () => {
    await start(new FakeApp(THREE));
    click(cell('Design', 'date'));
    press('Alt+ArrowDown');
    expect(calendar()?.textContent).toContain('Month 1');
    const day = [...document.querySelectorAll<HTMLElement>('[role=grid] button')].find((each) =>
      each.getAttribute('aria-label')?.includes('20, Month 1, 2026'),
    );
    click(day!);
    expect([calendar(), cell('Design', 'date').textContent]).toEqual([null, '1/20/2026']);
    expect([host.querySelector('input'), status()]).toEqual([null, 'Unsaved changes: 1.']);
  });

  test('the button beside a date opens the calendar, and closes it again', async () => {
    await start(new FakeApp(THREE));
    click(cell('Design', 'date'));
    const press = async (): Promise<void> => {
      // Each listener's update is drawn before the next one hears of the press, as in a browser: `act` would batch them.
      host.querySelector('.bbs-datefield button')!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      // From the next turn on the calendar hears what is pressed beside it.
      await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));
    };
    await press();
    expect(calendar()).not.toBeNull();
    await press();
    expect([calendar(), host.querySelector<HTMLInputElement>('input')?.value]).toEqual([null, '1/31/2026']);
  });

  test('a stored day of the first century is shown in its own year', async () => {
    await start(new FakeApp({ ...THREE, a: { ...THREE.a, date: '0027-03-12' } }));
    expect(cell('Design', 'date').textContent).toMatch(/^3\/12\/0?0?27$/);
    expect(host.querySelectorAll('.bbs-tick').length).toBeLessThan(40);
  });
});

test('4.3: a milestone that is called by its day follows it', async () => {
  await start(new FakeApp({ a: { name: '03/31/2026', date: '2026-03-31', amount: 1000 } }));
  edit('03/31/2026', 'date', '4/12/2026');
  expect(cell('04/12/2026', 'name').textContent).toContain('04/12/2026');
  press('Control+z');
  expect(cell('03/31/2026', 'date').textContent).toBe('3/31/2026');
});

test('9.1: where column security hides the statuses, the schedule says so', async () => {
  const hint = (): boolean => host.textContent?.includes('statuses and totals are hidden from you') ?? false;
  await start(new FakeApp(THREE));
  expect(hint()).toBe(false);
  ReactDOM.unmountComponentAtNode(host);
  await start(new FakeApp({ a: { ...THREE.a, headerStatus: null } }));
  expect(hint()).toBe(true);
});

test('a new row is written once it has an amount and a name of its own', async () => {
  const app = await start(new FakeApp(THREE));
  const save = async (): Promise<string | undefined> => {
    press('Control+Enter');
    await settled();
    return host.querySelector('.bbs-refusal')?.textContent ?? undefined;
  };
  press('Tab');
  click(button('Add row'));
  type('Build');
  press('Enter');
  expect(await save()).toBe('Not saved: Give the new milestone a name that no other row has.');
  const added = (): HTMLElement => host.querySelector<HTMLElement>('.bbs-row.bbs-is-added')!;
  click(added().querySelector(`[aria-colindex="${COLUMN.name}"]`)!);
  type('Survey');
  press('Enter');
  expect(await save()).toBe('Not saved: Enter the amount of the new milestone.');
  expect(app.log.filter((entry) => entry.startsWith('create'))).toEqual([]);
  edit('Survey', 'amount', '10');
  expect(await save()).toBeUndefined();
  expect(app.log.filter((entry) => entry.startsWith('create'))).toHaveLength(1);
});

test('a schedule without milestones says what to do', async () => {
  await start(new FakeApp({}));
  expect(host.textContent).toContain('No milestones yet.');
});

test('an empty schedule knows its line from the form around it and starts with a row', async () => {
  const app = new FakeApp({});
  app.contextInfo = { entityTypeName: 'bbl_contractline', entityId: `{${app.lineId.toUpperCase()}}` };
  await start(app);
  expect(summary()).toContain('$1,000.00 missing');
  click(button('Add row'));
  type('All of it');
  press('Enter', 'Control+s');
  await settled();
  expect(app.log[0]).toMatch(/^create .*"bbl_name":"All of it".*"bbl_amount":1000/);
});

test('what is typed while the rows are read is not lost', async () => {
  const app = new FakeApp({});
  app.contextInfo = { entityTypeName: 'bbl_contractline', entityId: app.lineId };
  await start(app);
  app.isLoading = true;
  app.onUpdate();
  click(button('Add row'));
  type('All of it');
  press('Enter');
  app.isLoading = false;
  app.onUpdate();
  expect(row('All of it').className).toContain('bbs-is-added');
});

test('the bar is filled as far as is invoiced; what is ready or on a draft is named beside the percentage', async () => {
  const { ReadyToInvoice, CustomerInvoiceCreated, CustomerInvoicePosted } = BillingStatus;
  const splits = [CustomerInvoicePosted, CustomerInvoiceCreated, ReadyToInvoice, ReadyToInvoice];
  await start(new FakeApp({ ...THREE, a: { ...THREE.a, splits: [ReadyToInvoice] }, b: { ...THREE.b, splits } }));
  const bar = (name: string) => row(name).querySelector('.bbs-bar')!;
  expect(row('Design').querySelector('.bbs-percent')?.textContent).toBe('0 %Ready 100 %');
  expect(bar('Design').querySelector('.bbs-done')).toBeNull();
  expect(bar('Build').getAttribute('aria-label')).toBe('Invoiced 25 %, On a draft 25 %, Ready 50 %');
  expect(bar('Build').querySelector<HTMLElement>('.bbs-done')?.style.width).toBe('25%');
  expect(bar('Handover').getAttribute('aria-label')).toBe('Invoiced 0 %');
});

describe('unsaved changes', () => {
  const leave = (): void => act(() => void ReactDOM.unmountComponentAtNode(host));
  const isAskedBeforeUnload = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  test('are kept while another tab is shown, with the way back', async () => {
    const app = await start(new FakeApp(THREE));
    edit('Design', 'amount', '250');
    leave();
    await start(app);
    expect([cell('Design', 'amount').textContent, status()]).toEqual(['$250.00', 'Kept from before and not saved: 1.']);
    click(button('Undo'));
    expect([cell('Design', 'amount').textContent, status()]).toEqual(['$300.00', '']);
  });

  test('make the browser ask before the page goes, until they are saved or discarded', async () => {
    await start(new FakeApp(THREE));
    expect(isAskedBeforeUnload()).toBe(false);
    edit('Design', 'amount', '250');
    expect(isAskedBeforeUnload()).toBe(true);
    click(button('Discard changes'));
    expect(isAskedBeforeUnload()).toBe(false);
  });

  test('are told of when the form is left', async () => {
    jest.useFakeTimers();
    const app = await start(new FakeApp(THREE));
    edit('Design', 'amount', '250');
    window.history.pushState(null, '', '/main.aspx?pagetype=entitylist');
    leave();
    jest.runAllTimers();
    jest.useRealTimers();
    expect(app.log[0]).toMatch(/^tell You left a milestone schedule with unsaved changes: 1\./);
    await start(app);
  });

  /** What the form's scripts ask, and what they are told. */
  async function askedToSave(lineId: string): Promise<unknown[]> {
    const told: unknown[] = [];
    const post = jest.spyOn(window, 'postMessage').mockImplementation((message: unknown) => void told.push(message));
    const data = { bblChannel: 'schedule.save', body: { lineId } };
    act(() => void window.dispatchEvent(new MessageEvent('message', { origin: window.location.origin, data })));
    await settled();
    post.mockRestore();
    return told;
  }
  const told = (lineId: string, unsavedCount: number) => [
    { bblChannel: 'schedule.saving', body: { lineId } },
    { bblChannel: 'schedule.saved', body: { lineId, unsavedCount } },
  ];

  test('are saved with the form', async () => {
    const app = await start(new FakeApp(THREE));
    edit('Design', 'amount', '250');
    expect(await askedToSave('another line')).toEqual([]);
    expect(app.log).toEqual([]);
    expect(await askedToSave(app.lineId)).toEqual(told(app.lineId, 0));
    expect(app.log).toEqual(['update a {"bbl_amount":250}', 'refresh']);
  });

  test('are saved with the form when another of its tabs is shown; whoever asks hears what was refused', async () => {
    const app = await start(new FakeApp(THREE));
    app.refusals.set('a', 'BBL-MST-06: A milestone without an amount cannot carry tax.');
    edit('Design', 'amount', '0');
    edit('Build', 'amount', '350');
    leave();
    expect(await askedToSave(app.lineId)).toEqual(told(app.lineId, 1));
    expect(app.log[0]).toBe('update b {"bbl_amount":350}');
    app.onUpdate();
    await settled();
    expect(cell('Design', 'amount').textContent).toBe('$0.00');
  });

  test('whoever asks for a save is answered also when the rows cannot be read again', async () => {
    const app = await start(new FakeApp(THREE));
    edit('Design', 'amount', '250');
    app.onUpdate = () => {
      throw new Error('The form is gone.');
    };
    expect(await askedToSave(app.lineId)).toEqual(told(app.lineId, 0));
  });

  test('of a save that ends after the form went are told of when they were refused', async () => {
    const app = await start(new FakeApp(THREE));
    app.refusals.set('a', 'BBL-MST-06: A milestone without an amount cannot carry tax.');
    edit('Design', 'amount', '0');
    press('Control+Enter');
    leave();
    await settled();
    expect(app.log).toEqual([expect.stringContaining('tell Changes of the milestone schedule were not saved: 1.')]);
    await start(app);
    expect(host.querySelector('.bbs-refusal')?.textContent).toContain('BBL-MST-06');
  });

  test('that billing has locked meanwhile are not dropped without a word', async () => {
    const app = await start(new FakeApp(THREE));
    edit('Design', 'amount', '250');
    edit('Build', 'amount', '350');
    const splits = [BillingStatus.CustomerInvoiceCreated];
    app.milestones = { ...app.milestones, a: { ...THREE.a, headerStatus: HeaderStatus.InProgress, splits } };
    app.reload();
    app.onUpdate();
    await settled();
    expect([cell('Design', 'amount').textContent, cell('Build', 'amount').textContent, status()]).toEqual([
      '$300.00',
      '$350.00',
      'Changes that were dropped because billing has locked or deleted the milestone meanwhile: 1. Unsaved changes: 1.',
    ]);
  });

  test('of one line are not taken for those of another that the form shows next', async () => {
    const app = await start(new FakeApp(THREE));
    press('Tab');
    click(button('Add row'));
    press('Escape');
    const next = new FakeApp({ d: { name: 'Other', date: '2026-05-31', amount: 1000 } });
    const control = new MilestoneSchedule();
    control.init(app.context());
    const show = (each: FakeApp): void => act(() => void ReactDOM.render(control.updateView(each.context()), host));
    show(app);
    await settled();
    show(next);
    await settled();
    expect(rows().map((each) => each.textContent?.includes('Other'))).toEqual([true]);
    show(app);
    await settled();
    expect(status()).toContain('Kept from before and not saved: 1.');
  });
});

test('amounts are read as the user writes them', () => {
  const info = {
    currencyDecimalSeparator: ',',
    currencyGroupSeparator: '.',
    currencyGroupSizes: [3],
    negativeSign: '-',
  };
  const context = {
    formatting: { formatCurrency: () => '0,00 €', formatDateShort: () => '22.11.2033' },
    userSettings: { numberFormattingInfo: info },
  } as unknown as Parameters<typeof figuresOf>[0];
  const { parse, money, typed } = figuresOf(context, { code: 'EUR', decimals: 2 }, '€');
  expect(['1.234,5', '1.234,50 €', 'EUR 7', ' 0 '].map(parse)).toEqual([123450, 123450, 700, 0]);
  expect(['', '-1', '1,234', 'five', '5x'].map(parse)).toEqual(Array(5).fill(undefined));
  expect([money(123450 as never), typed(123450 as never)]).toEqual(['1.234,50 €', '1234,50']);
});

test('every text of the control stands in its resource file', () => {
  const texts = readResx();
  expect(TEXT_KEYS.filter((key) => !texts.get(key))).toEqual([]);
});
