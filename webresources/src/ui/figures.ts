import {
  add,
  type Currency,
  formatAmount,
  formatPercent,
  type MinorUnits,
  type Percent,
  type PlainDate,
  toParts,
} from '@bbl/domain';

/** 12345650 USD as "123,456.50 USD": the separators of the browser's language, all decimals of the currency. */
export function amountWords(amountMinor: MinorUnits, { code, decimals }: Currency): string {
  return `${amountFigure(amountMinor, decimals)} ${code}`;
}

/** The same without the currency. */
export function amountFigure(amountMinor: MinorUnits, decimals: number): string {
  const { group, point } = separators();
  const [whole = '', fraction] = formatAmount(amountMinor, decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** The sum of each currency as words, in the order in which the currencies come. */
export function totalsOf(
  rows: readonly { readonly amountMinor: MinorUnits; readonly currency: Currency }[],
): readonly string[] {
  const totals = new Map<string, { readonly amountMinor: MinorUnits; readonly currency: Currency }>();
  for (const { amountMinor, currency } of rows) {
    const before = totals.get(currency.code);
    totals.set(currency.code, { currency, amountMinor: before ? add(before.amountMinor, amountMinor) : amountMinor });
  }
  return [...totals.values()].map(({ amountMinor, currency }) => amountWords(amountMinor, currency));
}

/** 1234 as "1,234". */
export const countFigure = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, separators().group);

/** 333,333 as "33.3333 %", 200,000 as "20 %". */
export function percentWords(share: Percent): string {
  const figure = formatPercent(share).replace(/\.?0+$/, '');
  return `${figure.replace('.', separators().point)} %`;
}

/** "Mon, Oct 5, 2026" in the browser's language. */
export function dateWords(date: PlainDate): string {
  const { year, month, day } = toParts(date);
  return new Date(year, month - 1, day).toLocaleDateString(undefined, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  });
}

function separators(): { readonly group: string; readonly point: string } {
  const parts = new Intl.NumberFormat().formatToParts(12345.6);
  const of = (type: string, otherwise: string): string => parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: of('group', ','), point: of('decimal', '.') };
}
