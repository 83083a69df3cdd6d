import type { ChoiceMetadata, TableMetadata } from '@bbl/dataverse';
import { codeName, labelName } from './names';
import type { Subject } from './subject';

/** `choices.ts`: global choices as constant objects of their values, with union types and labels, and all of them by name. */
export function choicesFile({ solution, tables }: Subject): string {
  const choices = solution.choices
    .filter((choice) => choice.isGlobal)
    .map((choice) => ({ choice, codeName: choiceCodeName(choice, tables) }));
  const entries = choices.map(
    ({ choice, codeName }) =>
      `${choice.name}: { displayName: ${JSON.stringify(choice.displayName)}, values: Object.values<number>(${codeName}) },`,
  );
  return [
    ...choices.map(({ choice, codeName }) => choiceSource(choice, codeName)),
    [
      '/** Every choice by its name, as columns name it. */',
      'export const CHOICES: {',
      '  readonly [choice: string]: { readonly displayName: string; readonly values: readonly number[] };',
      '} = {',
      ...entries,
      '};',
    ].join('\n'),
  ].join('\n\n');
}

/** Name of a choice in code: that of the column of its own name, else its display name. */
export function choiceCodeName(choice: ChoiceMetadata, tables: readonly TableMetadata[]): string {
  const column = tables.flatMap((table) => table.columns).find(({ name }) => name === choice.name);
  return column ? codeName(column.schemaName) : labelName(choice.displayName);
}

function choiceSource(choice: ChoiceMetadata, name: string): string {
  const values = choice.options.map(({ value, label }) => `${labelName(label)}: ${value},`);
  const labels = choice.options.map(({ value, label }) => `${value}: ${JSON.stringify(label)},`);
  return [
    `/** ${choice.displayName} (\`${choice.name}\`) */`,
    `export const ${name} = {`,
    ...values,
    '} as const;',
    `export type ${name} = (typeof ${name})[keyof typeof ${name}];`,
    `export const ${name}Labels: { readonly [value in ${name}]: string } = {`,
    ...labels,
    '};',
  ].join('\n');
}
