import { isKind } from '@bbl/dataverse/ports';
import { type Decimal, parseDecimal } from '../../decimal';
import { FaultCode, HostFault, rowNotFound } from '../../faults';
import type { Store } from '../../storage/store';

export interface Currency {
  readonly id: string;
  readonly code: string;
  readonly symbol: string;
  /** Digits after the point. */
  readonly precision: number;
  /** Units of this currency for one unit of the base currency. */
  readonly exchangeRate: Decimal;
  readonly exchangeRateText: string;
}

const TABLE = 'transactioncurrency';
const COLUMNS = ['isocurrencycode', 'currencysymbol', 'currencyprecision', 'exchangerate'];

/** Currencies by id, remembered until one of their rows is written. */
export class Currencies {
  private readonly known = new Map<string, Currency>();

  constructor(
    private readonly store: Store,
    readonly baseCurrencyId: string,
  ) {}

  get base(): Currency {
    return this.get(this.baseCurrencyId);
  }

  /** Throws 0x80040217 when there is no such currency. */
  get(id: string): Currency {
    const known = this.known.get(id);
    if (known) return known;
    const currency = this.read(id);
    this.known.set(id, currency);
    return currency;
  }

  forget(): void {
    this.known.clear();
  }

  private read(id: string): Currency {
    const row = this.store.get(TABLE, id, COLUMNS);
    if (!row) throw rowNotFound(TABLE, id);
    const rate = row['exchangerate'];
    const rateText = isKind(rate, 'decimal') ? rate.v : '1';
    const exchangeRate = parseDecimal(rateText);
    if (!exchangeRate || exchangeRate.units <= 0n) {
      throw new HostFault(400, FaultCode.InvalidArgument, `The exchange rate of currency ${id} is not positive.`);
    }
    return {
      id,
      code: String(row['isocurrencycode'] ?? ''),
      symbol: String(row['currencysymbol'] ?? ''),
      precision: Number(row['currencyprecision'] ?? 2),
      exchangeRate,
      exchangeRateText: rateText,
    };
  }
}
