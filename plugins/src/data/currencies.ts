import type { Currency } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import type { Service } from '../runtime/service';

/** Currencies by id, each read once an execution: code and decimals decide on every amount. */
export class Currencies {
  private readonly known = new Map<string, Currency>();

  constructor(private readonly system: Service) {}

  of(currencyId: string): Currency {
    const known = this.known.get(currencyId);
    if (known) return known;
    const row = this.system.retrieve('transactioncurrency', currencyId, ['isocurrencycode', 'currencyprecision']);
    const currency = { code: row.isocurrencycode ?? '', decimals: required(row.currencyprecision) };
    this.known.set(currencyId, currency);
    return currency;
  }
}
