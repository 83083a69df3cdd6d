import { BillingStatus } from '@bbl/dataverse/generated/choices';

/** What the backlog grid asks of the platform, over rows made up on the spot: the bench measures the control, not a server. */
interface Cell {
  readonly value: unknown;
  readonly text: string;
}

export const COLUMNS = [
  { name: 'bbl_name', displayName: 'Milestone Name', dataType: 'SingleLine.Text', isPrimary: true },
  { name: 'bbl_date', displayName: 'Milestone Date', dataType: 'DateAndTime.DateOnly' },
  { name: 'bbl_amount', displayName: 'Line Amount', dataType: 'Currency' },
  { name: 'bbl_billingstatus', displayName: 'Invoice Status', dataType: 'OptionSet' },
  { name: 'bbl_contractid', displayName: 'Project Contract', dataType: 'Lookup.Simple' },
  { name: 'bbl_customerid', displayName: 'Customer', dataType: 'Lookup.Simple' },
].map((column, order) => ({ ...column, alias: column.name, order, visualSizeFactor: 150 }));

const lookup = (table: string, id: string, name: string): Cell => ({
  value: { id: { guid: id }, etn: table, name },
  text: name,
});

function cellsOf(row: number): { readonly [column: string]: Cell } {
  const amount = 100 + row / 100;
  const contract = row % 500;
  return {
    bbl_name: { value: `Milestone ${row}`, text: `Milestone ${row}` },
    bbl_date: { value: new Date(2026, row % 12, 28), text: `${(row % 12) + 1}/28/2026` },
    bbl_amount: { value: amount, text: `$${amount.toFixed(2)}` },
    bbl_billingstatus: { value: BillingStatus.ReadyToInvoice, text: 'Ready to invoice' },
    bbl_contractid: lookup('bbl_contract', `contract-${contract}`, `Contract ${contract}`),
    bbl_customerid: lookup('account', `account-${contract}`, `Customer ${contract}`),
  };
}

/** What a cell of a row says, for the list that the grid is compared with. */
export const textsOf = (row: number): readonly string[] => {
  const cells = cellsOf(row);
  return COLUMNS.map(({ name }) => cells[name]?.text ?? '');
};

/** Records that make their cells when they are asked, as the platform's do. */
function record(row: number) {
  let cells: ReturnType<typeof cellsOf> | undefined;
  const cell = (name: string) => (cells ??= cellsOf(row))[name];
  return {
    getRecordId: () => `row-${row}`,
    getValue: (name: string) => cell(name)?.value ?? null,
    getFormattedValue: (name: string) => cell(name)?.text ?? null,
    getNamedReference: () => ({
      id: { guid: `row-${row}` },
      etn: 'bbl_milestonesplit',
      name: cell('bbl_name')?.text ?? '',
    }),
  };
}

const nothing = (): void => undefined;

/** A control's context whose data set has loaded `rowCount` rows. `texts` are those of the control's resx file. */
export function contextOf(rowCount: number, texts: { readonly [key: string]: string }): unknown {
  const records = Object.fromEntries(Array.from({ length: rowCount }, (_, row) => [`row-${row}`, record(row)]));
  return {
    parameters: {
      records: {
        columns: COLUMNS,
        records,
        sortedRecordIds: Object.keys(records),
        loading: false,
        error: false,
        sorting: [],
        getTitle: () => 'Fixed Price Milestones',
        getViewId: () => 'view',
        getTargetEntityType: () => 'bbl_milestonesplit',
        getSelectedRecordIds: () => [],
        addColumn: nothing,
        setSelectedRecordIds: nothing,
        filtering: { getFilter: () => undefined, setFilter: nothing, clearFilter: nothing },
        paging: { totalResultCount: rowCount, hasNextPage: false, setPageSize: nothing, loadNextPage: nothing },
      },
      pageSize: { raw: 5000 },
    },
    mode: { trackContainerResize: nothing, allocatedHeight: 800, allocatedWidth: -1 },
    resources: { getString: (key: string) => texts[key] ?? key },
    userSettings: {
      isRTL: false,
      numberFormattingInfo: {
        currencyDecimalSeparator: '.',
        currencyGroupSeparator: ',',
        currencyGroupSizes: [3],
        negativeSign: '-',
      },
    },
  };
}
