import type { ChoiceMetadata, ColumnMetadata, TableMetadata } from '@bbl/dataverse';
import { choiceCodeName } from './choicesFile';
import { codeName } from './names';
import type { Subject } from './subject';

/** `tables.ts`: names of tables and columns as constants, and plain rows as types. */
export function tablesFile(subject: Subject): string {
  const choices = subject.solution.choices.filter((choice) => choice.isGlobal);
  const choiceNames = new Map(choices.map((choice) => [choice.name, choiceCodeName(choice, subject.tables)]));
  return [
    importOfChoices(subject.tables, choices, choiceNames),
    '/** Money or decimal as an exact decimal string, for example "-1200.5". */',
    'export type DecimalText = string;',
    ...subject.tables.map((table) => tableSource(table, choiceNames)),
    rowByTable(subject.tables),
  ].join('\n\n');
}

type ChoiceNames = ReadonlyMap<string, string>;

function importOfChoices(
  tables: readonly TableMetadata[],
  choices: readonly ChoiceMetadata[],
  choiceNames: ChoiceNames,
): string {
  const used = new Set(tables.flatMap((table) => table.columns.map((column) => column.choiceName)));
  const names = choices.filter(({ name }) => used.has(name)).map(({ name }) => choiceNames.get(name) ?? '');
  return names.length > 0 ? `import type { ${names.sort().join(', ')} } from './choices';` : '';
}

function tableSource(table: TableMetadata, choiceNames: ChoiceNames): string {
  const name = codeName(table.schemaName);
  const constants = table.columns.map((column) => `${codeName(column.schemaName)}: '${column.name}',`);
  const members = table.columns.map((column) => `${column.name}?: ${rowType(column, choiceNames)} | null;`);
  return [
    `/** ${table.displayName}: names. */`,
    `export const ${name} = {`,
    `table: '${table.name}',`,
    `set: '${table.setName}',`,
    `id: '${table.primaryId}',`,
    ...constants,
    '} as const;',
    `/** ${table.displayName}: a plain row. */`,
    `export interface ${name}Row {`,
    ...members,
    '}',
  ].join('\n');
}

/** The type of a column in a plain row: what rules and screens calculate with, without the platform's wrappers. */
function rowType(column: ColumnMetadata, choiceNames: ChoiceNames): string {
  switch (column.type) {
    case 'uniqueidentifier':
    case 'lookup':
    case 'owner':
    case 'string':
    case 'memo':
    case 'dateonly':
    case 'datetime':
      return 'string';
    case 'decimal':
    case 'money':
      return 'DecimalText';
    case 'integer':
    case 'bigint':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'choice':
    case 'state':
    case 'status':
      return choiceNames.get(column.choiceName ?? '') ?? literals(column);
  }
}

function literals(column: ColumnMetadata): string {
  return (column.options ?? []).map(({ value }) => value).join(' | ');
}

function rowByTable(tables: readonly TableMetadata[]): string {
  return [
    '/** Plain rows by logical table name. */',
    'export interface RowByTable {',
    ...tables.map((table) => `${table.name}: ${codeName(table.schemaName)}Row;`),
    '}',
    'export type TableName = keyof RowByTable;',
  ].join('\n');
}
