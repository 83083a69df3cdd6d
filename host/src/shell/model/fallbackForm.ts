import type { ColumnMetadata, FormCell, FormMetadata, TableMetadata } from '@bbl/dataverse/metadata';

const COLUMNS_MAX = 30;
const PLUMBING =
  /^(versionnumber|importsequencenumber|overriddencreatedon|timezoneruleversionnumber|utcconversiontimezonecode|exchangerate|statecode|statuscode|owning\w+|\w+onbehalfby)$/;

/** A plain form of a table that ships none: its columns in two columns, the name first. */
export function fallbackForm(table: TableMetadata): FormMetadata {
  const columns = table.columns
    .filter((column) => isShown(column, table))
    .sort((a, b) => Number(b.isPrimaryName) - Number(a.isPrimaryName))
    .slice(0, COLUMNS_MAX);
  const cells = columns.map(toCell);
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => cells.slice(row * 2, row * 2 + 2));
  const section = {
    id: 'section',
    name: 'section',
    label: table.displayName,
    showLabel: true,
    isVisible: true,
    columnCount: 2,
    rows,
  };
  return {
    id: '',
    table: table.name,
    name: table.displayName,
    type: 'main',
    tabs: [
      { id: 'tab', name: 'tab', label: 'General', isVisible: true, columns: [{ width: '100%', sections: [section] }] },
    ],
    header: [],
    libraries: [],
    handlers: [],
  };
}

function isShown(column: ColumnMetadata, table: TableMetadata): boolean {
  if (column.name === table.primaryId || column.baseOf !== undefined || column.type === 'uniqueidentifier')
    return false;
  return column.validForRead && !PLUMBING.test(column.name);
}

function toCell(column: ColumnMetadata): FormCell {
  return {
    id: column.name,
    label: column.displayName,
    showLabel: true,
    isVisible: true,
    colSpan: 1,
    rowSpan: 1,
    control: { id: column.name, classId: '', column: column.name, isDisabled: false, parameters: {} },
  };
}
