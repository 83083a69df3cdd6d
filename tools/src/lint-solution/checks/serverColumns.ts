import { serverManagedColumns } from '../../shared/serverManaged';
import { type Finding, rule } from '../finding';
import { type Check, type LintSubject, tableFile } from '../subject';

const declaredDefault = rule(
  'server-defaults',
  'Take AppDefaultValue out, or write -1: the platform would send the default as if the user had.',
);
const onCreateForm = rule(
  'server-quick-create',
  'Take the field off the quick create form: the server alone fills it.',
);
const requiredColumn = rule(
  'server-required',
  'Write <RequiredLevel>none</RequiredLevel>: nobody but the server could fill it.',
);

/** Columns that only the server writes have no declared default, are not required and stand on no create form. */
export const checkServerColumns: Check = (subject) => {
  const managed = serverManagedColumns(subject.model);
  return [...managed].flatMap(([table, columns]) => [
    ...checkDefinitions(subject, table, columns),
    ...checkQuickCreate(subject, table, columns),
  ]);
};

function checkDefinitions({ index }: LintSubject, tableName: string, columns: readonly string[]): Finding[] {
  const table = index.table(tableName);
  if (!table) return [];
  return table.columns
    .filter(({ name }) => columns.includes(name))
    .flatMap((column) => [
      ...(column.defaultValue === undefined
        ? []
        : [declaredDefault(tableFile(table), `${column.name} has the default ${column.defaultValue}`)]),
      ...(column.required === 'required' && !column.isPrimaryName
        ? [requiredColumn(tableFile(table), `${column.name} is required of users`)]
        : []),
    ]);
}

function checkQuickCreate({ model, index }: LintSubject, table: string, columns: readonly string[]): Finding[] {
  return model.forms
    .filter((form) => form.table === table && form.type === 'quickCreate')
    .flatMap((form) => {
      const cells = form.tabs.flatMap(({ columns: parts }) =>
        parts.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows.flat())),
      );
      const shown = cells.flatMap(({ control }) => control?.column ?? []);
      const file = `Entities/${index.table(table)?.schemaName ?? table}/FormXml/quickCreate/{${form.id}}.xml`;
      return shown
        .filter((column) => columns.includes(column))
        .map((column) => onCreateForm(file, `it shows ${column}`));
    });
}
