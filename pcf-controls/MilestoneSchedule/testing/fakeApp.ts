import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BillingStatus, BillingStatusLabels, ContractStatus, HeaderStatus } from '@bbl/dataverse/generated/choices';
import type { IInputs } from '../generated/ManifestTypes';

type Context = ComponentFramework.Context<IInputs>;
type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** A milestone of the fake app. */
export interface FakeMilestone {
  readonly name: string;
  readonly date: string;
  readonly amount: number;
  readonly tax?: number;
  /** Null: column security hides it. */
  readonly headerStatus?: HeaderStatus | null;
  readonly nextInvoiceStatus?: BillingStatus;
  readonly splits?: readonly BillingStatus[];
}

const RESX = join(__dirname, '..', 'strings', 'MilestoneSchedule.1033.resx');

/** The texts of the control's own file by key. */
export function readResx(): ReadonlyMap<string, string> {
  const xml = new DOMParser().parseFromString(readFileSync(RESX, 'utf8'), 'text/xml');
  const data = [...xml.querySelectorAll('root > data')];
  return new Map(data.map((each) => [each.getAttribute('name') ?? '', each.querySelector('value')?.textContent ?? '']));
}

const MONTHS = Array.from({ length: 13 }, (_, month) => (month < 12 ? `Month ${month + 1}` : ''));
const DAYS = Array.from({ length: 7 }, (_, day) => `Day ${day}`);

let lines = 0;
const money = (value: number): string => `$${value.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;

/** The app around the control: rows, line, splits, and a log of what the control asked for. */
export class FakeApp {
  readonly log: string[] = [];
  /** Every app has a line of its own: what is left unsaved on one is none of the others' business. */
  readonly lineId = `0e89d42d-a12c-4632-9a42-${String((lines += 1)).padStart(12, '0')}`;
  /** The platform reads the rows. */
  isLoading = false;
  /** The row that the form shows, where the platform says so. */
  contextInfo: { readonly entityTypeName: string; readonly entityId: string } | undefined;
  /** Sentences for writes that are to be refused, by row. */
  readonly refusals = new Map<string, string>();
  contracted: number | null = 1000;
  contractStatus: ContractStatus = ContractStatus.Confirmed;
  isRightToLeft = false;
  isConfirmed = true;
  private version: string[] = [];

  constructor(public milestones: { [id: string]: FakeMilestone }) {
    this.reload();
  }

  onUpdate: () => void = () => undefined;

  /** Rows are read anew: another list of ids. */
  reload(): void {
    this.version = Object.keys(this.milestones);
  }

  context(): Context {
    const texts = readResx();
    const records = Object.fromEntries(this.version.map((id) => [id, this.record(id)]));
    const milestones = {
      columns: [],
      records,
      sortedRecordIds: this.version,
      loading: this.isLoading,
      error: false,
      paging: { hasNextPage: false, setPageSize: (rows: number) => this.log.push(`setPageSize ${rows}`) },
      addColumn: () => undefined,
      refresh: () => {
        this.log.push('refresh');
        this.reload();
        this.onUpdate();
      },
      setSelectedRecordIds: (ids: string[]) => this.log.push(`select ${ids.join(' ')}`.trim()),
    };
    const context = {
      parameters: { milestones },
      mode: {
        trackContainerResize: () => undefined,
        allocatedWidth: 1000,
        allocatedHeight: -1,
        isControlDisabled: false,
        ...(this.contextInfo && { contextInfo: this.contextInfo }),
      },
      resources: { getString: (key: string) => texts.get(key) ?? key },
      userSettings: {
        isRTL: this.isRightToLeft,
        getTimeZoneOffsetMinutes: () => 0,
        dateFormattingInfo: {
          firstDayOfWeek: 1,
          monthNames: MONTHS,
          abbreviatedMonthNames: MONTHS,
          dayNames: DAYS,
          shortestDayNames: DAYS,
        },
        numberFormattingInfo: {
          currencyDecimalSeparator: '.',
          currencyGroupSeparator: ',',
          currencyGroupSizes: [3],
          negativeSign: '-',
        },
      },
      formatting: {
        formatCurrency: (value: number, decimals: number, symbol: string) => `${symbol}${value.toFixed(decimals)}`,
        formatDateShort: (date: Date) => date.toLocaleDateString('en-US'),
        formatDateYearMonth: (date: Date) => date.toLocaleDateString('en-US', { year: 'numeric', month: 'long' }),
      },
      utils: { hasEntityPrivilege: () => true },
      navigation: {
        openForm: async ({ entityId }: { entityId: string }) => this.log.push(`open ${entityId}`),
        openAlertDialog: async ({ text }: { text: string }) => void this.log.push(`tell ${text}`),
        openConfirmDialog: async ({ text }: { text: string }) => {
          this.log.push(`confirm ${text}`);
          // A dialog has the focus, and need not give it back before it answers.
          (document.activeElement as HTMLElement).blur();
          return { confirmed: this.isConfirmed };
        },
      },
      webAPI: this.webApi(),
    };
    return context as unknown as Context;
  }

  private record(id: string): EntityRecord {
    const {
      name,
      date,
      amount,
      tax = 0,
      headerStatus = HeaderStatus.NotStarted,
    } = this.milestones[id] as FakeMilestone;
    const values: { readonly [column: string]: unknown } = {
      bbl_name: name,
      bbl_date: new Date(`${date}T00:00:00`),
      bbl_amount: amount,
      bbl_tax: tax,
      bbl_headerstatus: headerStatus,
      bbl_nextinvoicestatus: this.milestones[id]?.nextInvoiceStatus ?? null,
      bbl_contractlineid: { id: { guid: this.lineId }, etn: 'bbl_contractline', name: 'Line' },
    };
    const statusText = headerStatus === null ? '' : HEADER_WORDS[headerStatus];
    return {
      getRecordId: () => id,
      getValue: (column: string) => values[column] as ReturnType<EntityRecord['getValue']>,
      getFormattedValue: (column: string) =>
        column === 'bbl_amount' ? money(amount) : column === 'bbl_headerstatus' ? statusText : name,
      getNamedReference: () => ({ id: { guid: id }, etn: 'bbl_milestone', name }),
    } as EntityRecord;
  }

  private webApi() {
    const write = async (what: string, id: string): Promise<void> => {
      const sentence = this.refusals.get(id);
      if (sentence !== undefined) throw Object.assign(new Error(sentence), { errorCode: 1 });
      this.log.push(what);
    };
    return {
      retrieveRecord: async () => ({
        bbl_contractedamount: this.contracted,
        bbl_estimatedtax: 0,
        transactioncurrencyid: { isocurrencycode: 'USD', currencyprecision: 2, currencysymbol: '$' },
        bbl_ContractId: { bbl_contractstatus: this.contractStatus },
      }),
      retrieveMultipleRecords: async () => ({ entities: this.splitRows() }),
      createRecord: async (_table: string, row: { bbl_name?: string }) => {
        await write(`create ${JSON.stringify(row)}`, 'new');
        this.milestones = { ...this.milestones, new: { name: row.bbl_name ?? '', date: '2026-04-30', amount: 0 } };
      },
      updateRecord: async (_table: string, id: string, row: object) => {
        await write(`update ${id} ${JSON.stringify(row)}`, id);
        const { bbl_name, bbl_date, bbl_amount, bbl_tax } = row as { [column: string]: never };
        const changes = { name: bbl_name, date: bbl_date, amount: bbl_amount, tax: bbl_tax };
        const given = Object.entries(changes).filter(([, value]) => value !== undefined);
        const changed = { ...(this.milestones[id] as FakeMilestone), ...Object.fromEntries(given) };
        this.milestones = { ...this.milestones, [id]: changed };
      },
      deleteRecord: async (_table: string, id: string) => {
        await write(`delete ${id}`, id);
        this.milestones = Object.fromEntries(Object.entries(this.milestones).filter(([key]) => key !== id));
      },
    };
  }

  private splitRows() {
    const formatted = '@OData.Community.Display.V1.FormattedValue';
    return Object.entries(this.milestones).flatMap(([id, milestone]) =>
      (milestone.splits ?? [BillingStatus.NotReadyToInvoice]).map((status, at, all) => ({
        bbl_milestonesplitid: `${id}-${at}`,
        _bbl_milestoneid_value: id,
        [`_bbl_accountid_value${formatted}`]: `Customer ${at + 1}`,
        bbl_date: milestone.date,
        bbl_amount: milestone.amount / all.length,
        bbl_tax: 0,
        bbl_billingstatus: status,
        [`bbl_billingstatus${formatted}`]: BillingStatusLabels[status],
        bbl_round: 1,
      })),
    );
  }
}

const HEADER_WORDS: { readonly [status: number]: string } = {
  [HeaderStatus.NotStarted]: 'Not Started',
  [HeaderStatus.InProgress]: 'In Progress',
  [HeaderStatus.Completed]: 'Completed',
};
