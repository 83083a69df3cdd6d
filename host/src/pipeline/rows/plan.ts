import type { ColumnMetadata, TableMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { Row } from '@bbl/dataverse/ports';
import { choice } from '@bbl/dataverse/ports';
import { badRequest, FaultCode } from '../../faults';

/** A money column and the twin that holds it in the base currency. */
export interface MoneyColumn {
  readonly column: ColumnMetadata;
  readonly baseColumn: string | undefined;
}

/** What creating and updating rows of one table has to do beyond storing what was sent; worked out once a table. */
export interface RowPlan {
  readonly table: TableMetadata;
  readonly columns: ReadonlyMap<string, ColumnMetadata>;
  /** Whether rows may be created, changed and deleted by message; others belong to messages of their own. */
  readonly isWritable: boolean;
  readonly hasCreatedBy: boolean;
  readonly hasModifiedBy: boolean;
  readonly hasOnBehalfOf: boolean;
  /** Declared defaults of choices and yes/no columns. */
  readonly defaults: Row;
  readonly autoNumbers: readonly { readonly column: string; readonly format: string }[];
  readonly isOwned: boolean;
  /** Which of the columns derived from the owner the table has. */
  readonly ownerColumns: { readonly user: boolean; readonly team: boolean; readonly businessUnit: boolean };
  /** Whether the platform puts a full name together from first and last name. */
  readonly hasFullName: boolean;
  readonly state: StatePlan | undefined;
  readonly moneyColumns: readonly MoneyColumn[];
  readonly hasCurrency: boolean;
  readonly hasExchangeRate: boolean;
}

export interface StatePlan {
  readonly initialState: number;
  /** Status a row gets with a state. */
  readonly defaultStatus: ReadonlyMap<number, number>;
  readonly stateOfStatus: ReadonlyMap<number, number>;
}

/** Written by GrantAccess and by the import alone. */
const UNWRITABLE: ReadonlySet<string> = new Set(['principalobjectaccess', 'privilege']);

/** The plans of all tables. */
export class RowPlans {
  private readonly plans = new Map<string, RowPlan>();

  constructor(private readonly metadata: MetadataIndex) {}

  /** Throws 0x80041102 for a table that is not defined. */
  of(tableName: string): RowPlan {
    const known = this.plans.get(tableName);
    if (known) return known;
    const table = this.metadata.table(tableName);
    if (!table) throw badRequest(FaultCode.UnknownTable, `The table '${tableName}' does not exist.`);
    const plan = planOf(table, this.metadata);
    this.plans.set(tableName, plan);
    return plan;
  }
}

/** MethodNotSupportedForEntity of the platform. */
const NO_METHOD = '0x80040800';

/** The plan of a table that takes this message. Throws 0x80040800 for one that does not. */
export function writablePlan(plans: RowPlans, table: string, message: string): RowPlan {
  const plan = plans.of(table);
  if (plan.isWritable) return plan;
  throw badRequest(NO_METHOD, `The '${message}' method does not support entities of type '${table}'.`);
}

function planOf(table: TableMetadata, metadata: MetadataIndex): RowPlan {
  const columns = metadata.columns(table.name);
  return {
    table,
    columns,
    isWritable: !UNWRITABLE.has(table.name) && !metadata.isIntersect(table.name),
    hasCreatedBy: columns.has('createdby'),
    hasModifiedBy: columns.has('modifiedby'),
    hasOnBehalfOf: columns.has('createdonbehalfby'),
    defaults: defaultsOf(table.columns),
    autoNumbers: table.columns.flatMap(({ name, autoNumberFormat }) =>
      autoNumberFormat ? [{ column: name, format: autoNumberFormat }] : [],
    ),
    isOwned: table.ownership === 'user' && columns.has('ownerid'),
    ownerColumns: {
      user: columns.has('owninguser'),
      team: columns.has('owningteam'),
      businessUnit: columns.has('owningbusinessunit'),
    },
    hasFullName: ['fullname', 'firstname', 'lastname'].every((name) => columns.has(name)),
    state: statePlanOf(columns),
    moneyColumns: moneyColumnsOf(table.columns),
    hasCurrency: columns.has('transactioncurrencyid'),
    hasExchangeRate: columns.has('exchangerate') && columns.has('transactioncurrencyid'),
  };
}

function defaultsOf(columns: readonly ColumnMetadata[]): Row {
  const defaults: Row = {};
  for (const { name, type, defaultValue } of columns) {
    if (defaultValue === undefined) continue;
    if (type === 'choice') defaults[name] = choice(defaultValue);
    else if (type === 'boolean') defaults[name] = defaultValue === 1;
  }
  return defaults;
}

function statePlanOf(columns: ReadonlyMap<string, ColumnMetadata>): StatePlan | undefined {
  const states = columns.get('statecode')?.options;
  const statuses = columns.get('statuscode')?.options;
  if (!states || !statuses || states.length === 0) return undefined;
  return {
    initialState: states[0]?.value ?? 0,
    defaultStatus: new Map(states.map(({ value, defaultStatus }) => [value, defaultStatus ?? value + 1])),
    stateOfStatus: new Map(statuses.map(({ value, state }) => [value, state ?? 0])),
  };
}

function moneyColumnsOf(columns: readonly ColumnMetadata[]): MoneyColumn[] {
  const bases = new Map(columns.flatMap(({ name, baseOf }) => (baseOf ? [[baseOf, name] as const] : [])));
  return columns
    .filter(({ type, baseOf }) => type === 'money' && !baseOf)
    .map((column) => ({ column, baseColumn: bases.get(column.name) }));
}
