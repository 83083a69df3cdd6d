import { isPlainDate, type PlainDate } from '@bbl/domain';
import type { RowSummary } from '../client/rowSummaries';
import { CREATE_INVOICE_PAGE, type CreateInvoiceAnswer, type CreateInvoiceShown } from './createInvoice';
import { totalsOf } from './figures';
import type { InvoiceOffer } from './port';
import { linkPage } from './tabChannel';
import { userToday } from './today';
import { userDatePattern } from './userDates';
import { text } from './userTexts';

/** More customers than this are counted: nobody reads them before a click. */
const CUSTOMERS_SHOWN_MAX = 6;
/** Heights in pixels; the platform gives a dialog its height when it opens. */
const HEIGHT = { frame: 300, line: 30 } as const;

/** Shows what Create invoice is about to bill and asks for the date; undefined when the person leaves. */
export async function askInvoiceDate(offer: InvoiceOffer): Promise<PlainDate | undefined> {
  const shown = shownOf(offer);
  let date: PlainDate | undefined;
  const page = linkPage<CreateInvoiceShown, CreateInvoiceAnswer>(CREATE_INVOICE_PAGE, ({ invoiceDate }) => {
    if (isPlainDate(invoiceDate)) date = invoiceDate;
    // The page closes itself when it sees that its answer has arrived.
    page.show({ ...shown, isAnswered: true });
  });
  page.show(shown);
  const lines = [shown.more, shown.leftOut, ...shown.totals].filter((line) => line !== '').length;
  const height = HEIGHT.frame + (shown.customers.length + lines) * HEIGHT.line;
  await Xrm.Navigation.navigateTo(
    { pageType: 'webresource', webresourceName: CREATE_INVOICE_PAGE },
    {
      target: 2,
      position: 1,
      width: { value: 680, unit: 'px' },
      height: { value: height, unit: 'px' },
      title: text('CreateInvoiceTitle'),
    },
  );
  return date;
}

function shownOf({ kind, count, leftOutCount, summaries }: InvoiceOffer): CreateInvoiceShown {
  const groups = byCustomer(summaries);
  const hidden = groups.length - CUSTOMERS_SHOWN_MAX;
  const one = kind === 'rows' ? 'InvoiceRowsOne' : 'InvoiceContractsOne';
  const many = kind === 'rows' ? 'InvoiceRows' : 'InvoiceContracts';
  return {
    intro: count === 1 ? text(one) : text(many, count),
    leftOut:
      leftOutCount === 0 ? '' : leftOutCount === 1 ? text('RowsNotReadyOne') : text('RowsNotReady', leftOutCount),
    customers: groups.slice(0, CUSTOMERS_SHOWN_MAX).map((group) => ({
      name: group.customer,
      detail: group.contract,
      amount: kind === 'rows' ? totalsOf(group.rows).join(', ') : '',
    })),
    more: hidden > 0 ? text('MoreInvoices', hidden) : '',
    totals: kind === 'rows' ? totalsOf(summaries) : [],
    dates: kind === 'rows' ? summaries.flatMap(({ date }) => date ?? []) : [],
    rowsCount: count,
    today: userToday(),
    pattern: userDatePattern(),
    texts: {
      total: text('ColumnTotal'),
      date: text('InvoiceDate'),
      invalid: text('InvoiceDateInvalid', '{0}'),
      later: text('RowsLater', '{0}', '{1}', '{2}'),
      allLater: text('RowsAllLater', '{0}'),
      useDate: text('UseDate', '{0}'),
      create: text('CreateButton'),
      cancel: text('CancelButton'),
    },
    isAnswered: false,
  };
}

interface BilledGroup {
  readonly customer: string;
  readonly contract: string;
  readonly rows: RowSummary[];
}

/** One group for each draft that there will be, the order of the rows kept. */
function byCustomer(summaries: readonly RowSummary[]): readonly BilledGroup[] {
  const groups = new Map<string, BilledGroup>();
  for (const row of summaries) {
    const { customer, name } = row;
    const contract = row.contract || name;
    const key = JSON.stringify([customer, contract]);
    const group = groups.get(key) ?? { customer, contract, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}
