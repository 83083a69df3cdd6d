import type { Currency, InvoiceLimit, LimitLevel, MinorUnits } from '@bbl/domain';
import { add, sum, ZERO } from '@bbl/domain';
import { anyOf, eq, fetchAggregate, type FetchQuery, isIn, isNull, ne, notNull } from '@bbl/dataverse/fetch';
import {
  AdjustmentStatus,
  BillingStatus,
  BillingType,
  NteStatus,
  OriginKind,
  TransactionClass,
  TransactionType,
} from '@bbl/dataverse/generated/choices';
import { required, storedAmount, type StoredDetail, type StoredInvoice } from '@bbl/dataverse/mapping';
import { isKind } from '@bbl/dataverse/ports';
import type { Session } from '../data/session';
import type { Service } from '../runtime/service';

/** A level with a limit as it stands before the call; what earlier invoices of the call added comes on top. */
interface LevelStanding {
  readonly level: LimitLevel;
  readonly name: string;
  readonly limitMinor: MinorUnits;
  readonly committedMinor: MinorUnits;
  invoicedMinor: MinorUnits;
}

/**
 * The limits of contracts and contract customers that invoices count against, read once for a call and kept in step
 * with what it confirms. The two levels of lines count for time and material alone. domain.md 6.1, 6.3-2.
 */
export class ContractLimits {
  private readonly standings = new Map<string, LevelStanding[]>();

  constructor(
    private readonly session: Session,
    invoices: readonly StoredInvoice[],
  ) {
    const contractIds = [...new Set(invoices.map(({ contractId }) => contractId))];
    for (const level of readLevels(session.system, contractIds)) this.addLevel(level, invoices);
  }

  /** What the rules look at for one invoice. */
  of(invoice: StoredInvoice, details: readonly StoredDetail[]): InvoiceLimit[] {
    const currency = this.session.currencies.of(invoice.currencyId);
    const addedMinor = chargeableMinor(details);
    return (this.standings.get(keyOf(invoice)) ?? []).map((standing) => ({ ...standing, currency, addedMinor }));
  }

  /** Counts what an invoice of this call has billed. */
  addInvoiced(invoice: StoredInvoice, details: readonly StoredDetail[]): void {
    for (const standing of this.standings.get(keyOf(invoice)) ?? []) {
      standing.invoicedMinor = add(standing.invoicedMinor, chargeableMinor(details));
    }
  }

  /** One standing is shared by all invoices of its level, so that they see what the others add. */
  private addLevel(level: LimitRow, invoices: readonly StoredInvoice[]): void {
    const concerned = invoices.filter((invoice) => isOfLevel(invoice, level));
    const [first] = concerned;
    if (!first) return;
    const currency = this.session.currencies.of(first.currencyId);
    const { system } = this.session;
    const standing: LevelStanding = {
      level: level.level,
      name: level.name,
      limitMinor: storedAmount(level.limit, currency),
      invoicedMinor: sumOfActuals(system, currency, (query) => billedSales(query, level)),
      committedMinor: sumOfActuals(system, currency, (query) => committed(query, level)),
    };
    for (const key of new Set(concerned.map(keyOf))) {
      this.standings.set(key, [...(this.standings.get(key) ?? []), standing]);
    }
  }
}

const keyOf = ({ contractId, contractCustomerId }: StoredInvoice): string => `${contractId}/${contractCustomerId}`;

const chargeableMinor = (details: readonly StoredDetail[]): MinorUnits =>
  sum(details.filter(({ billingType }) => billingType === 'Chargeable').map(({ amountMinor }) => amountMinor));

interface LimitRow {
  readonly level: LimitLevel;
  readonly name: string;
  readonly limit: string;
  readonly contractId: string;
  /** Null on the contract's own level. */
  readonly customer: { readonly id: string; readonly accountId: string } | null;
}

const isOfLevel = (invoice: StoredInvoice, { contractId, customer }: LimitRow): boolean =>
  invoice.contractId === contractId && (customer === null || customer.id === invoice.contractCustomerId);

/** In the order of the levels. domain.md 6.1-1. */
function readLevels(system: Service, contractIds: readonly string[]): LimitRow[] {
  const limited = (query: FetchQuery): FetchQuery => query.where(notNull('bbl_nottoexceedlimit'));
  const customers = system.queryIn(
    'bbl_contractcustomer',
    ['bbl_contractcustomerid', 'bbl_contractid', 'bbl_accountid', 'bbl_name', 'bbl_nottoexceedlimit'],
    'bbl_contractid',
    contractIds,
    limited,
  );
  const contracts = system.queryIn(
    'bbl_contract',
    ['bbl_contractid', 'bbl_name', 'bbl_nottoexceedlimit'],
    'bbl_contractid',
    contractIds,
    limited,
  );
  return [
    ...customers.map((row): LimitRow => ({
      level: 'Contract customer',
      name: row.bbl_name ?? '',
      limit: required(row.bbl_nottoexceedlimit),
      contractId: required(row.bbl_contractid),
      customer: { id: required(row.bbl_contractcustomerid), accountId: required(row.bbl_accountid) },
    })),
    ...contracts.map((row): LimitRow => ({
      level: 'Contract',
      name: row.bbl_name ?? '',
      limit: required(row.bbl_nottoexceedlimit),
      contractId: required(row.bbl_contractid),
      customer: null,
    })),
  ];
}

/** Chargeable billed sales, reversals included, without retainers. domain.md 6.1-3. */
function billedSales(query: FetchQuery, level: LimitRow): void {
  ofLevel(query, level).where(
    eq('bbl_transactiontype', TransactionType.BilledSales),
    ne('bbl_transactionclass', TransactionClass.Retainer),
  );
}

/** Chargeable live rows with status Committed. domain.md 1.5-1, 6.1-3. */
function committed(query: FetchQuery, level: LimitRow): void {
  ofLevel(query, level).where(
    eq('bbl_transactiontype', TransactionType.UnbilledSales),
    ne('bbl_transactionclass', TransactionClass.Retainer),
    eq('bbl_ntestatus', NteStatus.Committed),
    anyOf(isNull('bbl_adjustmentstatus'), eq('bbl_adjustmentstatus', AdjustmentStatus.InProcess)),
    ne('bbl_originkind', OriginKind.Reversal),
    isIn('bbl_billingstatus', [
      BillingStatus.NotReadyToInvoice,
      BillingStatus.ReadyToInvoice,
      BillingStatus.CustomerInvoiceCreated,
    ]),
  );
}

function ofLevel(query: FetchQuery, { contractId, customer }: LimitRow): FetchQuery {
  query.where(eq('bbl_contractid', contractId), eq('bbl_billingtype', BillingType.Chargeable));
  return customer === null ? query : query.where(eq('bbl_accountid', customer.accountId));
}

function sumOfActuals(system: Service, currency: Currency, build: (query: FetchQuery) => void): MinorUnits {
  const query = fetchAggregate('bbl_actual').measure('sum', 'bbl_amount', 'amount');
  build(query);
  const amount = system.page(query.toXml()).rows[0]?.['amount'];
  return isKind(amount, 'money') ? storedAmount(amount.v, currency) : ZERO;
}
