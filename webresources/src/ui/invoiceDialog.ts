import { isPlainDate, type PlainDate } from '@bbl/domain';
import { billedGroups, GROUPS_SHOWN_MAX } from './billedGroups';
import { CREATE_INVOICE_PAGE, type CreateInvoiceAnswer, type CreateInvoiceShown } from './createInvoice';
import { openPageDialog } from './pageDialog';
import type { InvoiceOffer } from './port';
import { linkPage } from './tabChannel';
import { userToday } from './today';
import { userDatePattern } from './userDates';
import { text } from './userTexts';

/** Pixels. */
const HEIGHT = { frame: 300, line: 30 } as const;
const WIDTH = 680;

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
  const heightPx = HEIGHT.frame + linesOf(offer) * HEIGHT.line;
  const title = text('CreateInvoiceTitle');
  await openPageDialog({ page: CREATE_INVOICE_PAGE, title, widthPx: WIDTH, heightPx }, page);
  return date;
}

/** Lines of the dialog when every row is billed: the most that it ever shows. */
function linesOf({ summaries, leftOutCount }: InvoiceOffer): number {
  const groups = billedGroups(summaries).length;
  const hidden = groups > GROUPS_SHOWN_MAX ? 1 : 0;
  return Math.min(groups, GROUPS_SHOWN_MAX) + hidden + (groups > 1 ? 1 : 0) + (leftOutCount > 0 ? 1 : 0);
}

function shownOf({ kind, count, leftOutCount, summaries }: InvoiceOffer): CreateInvoiceShown {
  return {
    kind,
    count,
    rows: summaries,
    leftOut:
      leftOutCount === 0 ? '' : leftOutCount === 1 ? text('RowsNotReadyOne') : text('RowsNotReady', leftOutCount),
    today: userToday(),
    pattern: userDatePattern(),
    texts: {
      introOne: text(kind === 'rows' ? 'InvoiceRowsOne' : 'InvoiceContractsOne'),
      introMany: text(kind === 'rows' ? 'InvoiceRows' : 'InvoiceContracts', '{0}'),
      more: text('MoreRows', '{0}'),
      total: text('ColumnTotal'),
      date: text('InvoiceDate'),
      invalid: text('InvoiceDateInvalid', '{0}'),
      laterOne: text('RowsLaterOne', '{0}', '{1}'),
      laterMany: text('RowsLater', '{0}', '{1}', '{2}'),
      allLater: text(summaries.length === 1 ? 'RowAllLater' : 'RowsAllLater', '{0}'),
      useDate: text('UseDate', '{0}'),
      create: text('CreateButton'),
      cancel: text('CancelButton'),
    },
    isAnswered: false,
  };
}
