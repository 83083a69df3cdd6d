import type { Currency } from '@bbl/domain';
import { type RawRow, textOf } from './rawRow';

const TABLE = 'transactioncurrency';
const CODE = 'isocurrencycode';
const DECIMALS = 'currencyprecision';
const known = new Map<string, Promise<Currency>>();

/** Code and decimals of a currency, read once a page. */
export function readCurrency(currencyId: string): Promise<Currency> {
  const reading = known.get(currencyId) ?? read(currencyId);
  known.set(currencyId, reading);
  // A read that failed is tried again by whoever asks next.
  reading.catch(() => known.delete(currencyId));
  return reading;
}

async function read(currencyId: string): Promise<Currency> {
  const row = (await Xrm.WebApi.retrieveRecord(TABLE, currencyId, `?$select=${CODE},${DECIMALS}`)) as RawRow;
  return { code: textOf(row, CODE), decimals: Number(row[DECIMALS]) };
}
