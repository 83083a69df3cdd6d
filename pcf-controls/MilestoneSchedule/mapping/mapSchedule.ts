import type { ITheme } from '@fluentui/react';
import type { Currency, PlainDate } from '@bbl/domain';
import { formatAmount, plainDate } from '@bbl/domain';
import { ContractLine, Milestone } from '@bbl/dataverse/generated/tables';
import type { TokenTheme } from '@bbl/pcf-shared/react';
import type { AddedRow, RowEdit, StoredRow } from '@bbl/pcf-shared/schedule-core';
import type { IInputs } from '../generated/ManifestTypes';
import type { CalendarLook } from './calendar';
import { calendarOf } from './calendar';
import type { LineFacts } from './facts';
import { loadFacts } from './facts';
import type { Figures } from './figures';
import { figuresOf } from './figures';
import type { Rights, RowFacts } from './rows';
import { mapRow, mapRowFacts } from './rows';
import type { Texts } from './texts';
import { textsOf } from './texts';

type Context = ComponentFramework.Context<IInputs>;
type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** Everything the view shows and everything it can ask for, as plain values. */
export interface ScheduleProps {
  /** The line, as far as a row tells; undefined for a schedule without rows. */
  readonly lineId: string | undefined;
  readonly isLoading: boolean;
  readonly hasNextPage: boolean;
  readonly failure: string | undefined;
  /** Another object whenever the rows were read again. */
  readonly version: unknown;
  readonly rights: Rights;
  readonly today: PlainDate;
  readonly widthPx: number;
  readonly isRightToLeft: boolean;
  readonly isDark: boolean;
  readonly tokens: TokenTheme | undefined;
  readonly fluent8Theme: ITheme | undefined;
  readonly texts: Texts;
  readonly rowsOf: (facts: LineFacts) => readonly StoredRow[];
  readonly factsOf: (rowId: string, facts: LineFacts) => RowFacts | undefined;
  readonly calendar: CalendarLook;
  readonly figuresFor: (facts: LineFacts) => Figures;
  readonly ports: SchedulePorts;
}

/** What the schedule asks of the platform. A call that is refused rejects with the server's sentence as message. */
export interface SchedulePorts {
  loadFacts(lineId: string): Promise<LineFacts>;
  create(row: AddedRow, facts: LineFacts): Promise<void>;
  update(id: string, edit: RowEdit, facts: LineFacts): Promise<void>;
  remove(id: string): Promise<void>;
  refresh(): void;
  loadNextPage(): void;
  select(ids: readonly string[]): void;
  open(id: string): void;
  /** Says something that asks for nothing, above whatever page there is by then. */
  tell(text: string): void;
  confirm(strings: {
    readonly title: string;
    readonly text: string;
    readonly yes: string;
    readonly no: string;
  }): Promise<boolean>;
}

/** Columns that the schedule needs, whatever the view shows. */
export const HIDDEN_COLUMNS: readonly string[] = [
  Milestone.Name,
  Milestone.Date,
  Milestone.Amount,
  Milestone.Tax,
  Milestone.HeaderStatus,
  Milestone.NextInvoiceStatus,
  Milestone.ContractLineId,
];

const PRIVILEGE = { Create: 1, Write: 3, Delete: 4 } as const;
const ANY_DEPTH = 0;
const WIDTH_PX_DEFAULT = 960;

/** From the platform's context to the view's props; remembers ports and rights, which never change. */
export class ScheduleMapper {
  private latest: Context | undefined;
  private readonly ports = portsOf(() => this.required());
  private rights: Rights | undefined;

  map(context: Context): ScheduleProps {
    this.latest = context;
    this.rights ??= rightsOf(context);
    const { milestones } = context.parameters;
    const { fluentDesignLanguage, mode } = context;
    const texts = textsOf(context.resources);
    const isDisabled = mode.isControlDisabled;
    return {
      lineId: lineIdOf(milestones) ?? parentIdOf(mode),
      isLoading: milestones.loading,
      hasNextPage: milestones.paging.hasNextPage,
      failure: milestones.error ? milestones.errorMessage : undefined,
      version: milestones.sortedRecordIds,
      rights: isDisabled ? { write: false, create: false, remove: false } : this.rights,
      today: todayOf(context),
      widthPx: mode.allocatedWidth > 0 ? mode.allocatedWidth : WIDTH_PX_DEFAULT,
      isRightToLeft: context.userSettings.isRTL,
      isDark: fluentDesignLanguage?.isDarkTheme ?? false,
      tokens: fluentDesignLanguage?.tokenTheme as TokenTheme | undefined,
      fluent8Theme: (fluentDesignLanguage as { readonly v8FluentTheme?: ITheme } | undefined)?.v8FluentTheme,
      texts,
      calendar: calendarOf(context.userSettings, texts),
      rowsOf: (facts) => rowsOf(milestones, facts, isDisabled ? NO_RIGHTS : (this.rights ?? NO_RIGHTS)),
      factsOf: (id, facts) => {
        const record = milestones.records[id];
        return record && mapRowFacts(record, facts);
      },
      figuresFor: ({ currency, symbol }) => figuresOf(context, currency, symbol),
      ports: this.ports,
    };
  }

  private required(): Context {
    if (!this.latest) throw new Error('The schedule was not mapped yet');
    return this.latest;
  }
}

const NO_RIGHTS: Rights = { write: false, create: false, remove: false };

function rightsOf({ utils }: Context): Rights {
  // The typings have constant enumerations, which do not exist at run time.
  type Question = Parameters<ComponentFramework.Utility['hasEntityPrivilege']>;
  const may = (privilege: number): boolean =>
    utils.hasEntityPrivilege(Milestone.table, privilege as Question[1], ANY_DEPTH as Question[2]);
  return { write: may(PRIVILEGE.Write), create: may(PRIVILEGE.Create), remove: may(PRIVILEGE.Delete) };
}

/** The user's own date: UTC moved by the time zone of their settings. */
function todayOf({ userSettings }: Context): PlainDate {
  const now = new Date();
  const offsetMinutes = userSettings.getTimeZoneOffsetMinutes?.(now) ?? 0;
  return plainDate(new Date(now.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 10));
}

function rowsOf({ sortedRecordIds, records }: DataSet, facts: LineFacts, rights: Rights): readonly StoredRow[] {
  return sortedRecordIds.flatMap((id) => {
    const record = records[id];
    return (record && mapRow(record, facts, rights)) ?? [];
  });
}

function lineIdOf({ sortedRecordIds, records }: DataSet): string | undefined {
  const value: unknown = records[sortedRecordIds[0] ?? '']?.getValue(Milestone.ContractLineId);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'object' || first === null) return undefined;
  const { id } = first as { readonly id?: string | { readonly guid: string } };
  const guid = typeof id === 'object' ? id.guid : id;
  return guid?.replace(/[{}]/g, '').toLowerCase();
}

/** Apps say on which row a component stands, though the typings do not; without rows nothing else tells the line. */
function parentIdOf(mode: ComponentFramework.Mode): string | undefined {
  if (!('contextInfo' in mode)) return undefined;
  const { entityTypeName, entityId } = mode.contextInfo as {
    readonly entityTypeName?: string;
    readonly entityId?: string;
  };
  return entityTypeName === ContractLine.table ? entityId?.replace(/[{}]/g, '').toLowerCase() : undefined;
}

function portsOf(context: () => Context): SchedulePorts {
  const milestones = (): DataSet => context().parameters.milestones;
  return {
    loadFacts: (lineId) => loadFacts(context().webAPI, lineId),
    create: async (row, { lineId, currency }) => {
      const line = { 'bbl_ContractLineId@odata.bind': `/${ContractLine.set}(${lineId})` };
      const name = row.name === '' ? {} : { [Milestone.Name]: row.name };
      await context().webAPI.createRecord(Milestone.table, { ...line, ...toColumns(row, currency), ...name });
    },
    update: async (id, edit, { currency }) => {
      await context().webAPI.updateRecord(Milestone.table, id, toColumns(edit, currency));
    },
    remove: async (id) => {
      await context().webAPI.deleteRecord(Milestone.table, id);
    },
    refresh: () => milestones().refresh(),
    loadNextPage: () => milestones().paging.loadNextPage(),
    select: (ids) => milestones().setSelectedRecordIds([...ids]),
    open: (id) => void context().navigation.openForm({ entityName: Milestone.table, entityId: id }),
    tell: (text) => void context().navigation.openAlertDialog({ text }),
    confirm: async ({ title, text, yes, no }) => {
      const strings = { title, text, confirmButtonLabel: yes, cancelButtonLabel: no };
      return (await context().navigation.openConfirmDialog(strings)).confirmed;
    },
  };
}

function toColumns(
  { name, date, amountMinor, taxMinor }: RowEdit,
  { decimals }: Currency,
): { [column: string]: unknown } {
  return {
    ...(name !== undefined && { [Milestone.Name]: name }),
    ...(date !== undefined && { [Milestone.Date]: date }),
    ...(amountMinor !== undefined && { [Milestone.Amount]: Number(formatAmount(amountMinor, decimals)) }),
    ...(taxMinor !== undefined && { [Milestone.Tax]: Number(formatAmount(taxMinor, decimals)) }),
  };
}
