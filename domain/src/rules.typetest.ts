/** What must not compile. The type check of the project is the test; nothing runs this file. */
import { markSplit, type MarkableSplit } from './milestone/markSplit';
import { add, ZERO } from './money/minorUnits';
import { shareOf } from './money/percent';
import { violation } from './violation';

export function mustNotCompile(split: MarkableSplit): void {
  // @ts-expect-error 11-1: every word that a sentence leaves open is given.
  violation('BBL-MST-02', { name: 'Design' });
  // @ts-expect-error 11-1: a code without sentence does not exist.
  violation('BBL-MST-99', {});
  // @ts-expect-error 10-1: a bare number is no amount, it may be a fraction.
  add(ZERO, 0.5);
  // @ts-expect-error 10-1: an amount is no percentage.
  shareOf(ZERO, ZERO);
  // @ts-expect-error 3.1-1: what invoicing alone may write cannot even be asked for.
  markSplit(split, 'InvoicePosted');
}
