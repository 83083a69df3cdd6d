import type { SolutionModel } from '@bbl/dataverse';
import { type Finding, rule } from '../finding';
import { type Check, tableFile } from '../subject';

const noGuard = rule(
  'guard-steps',
  'Register Create and Update at stage 10: there alone the guard sees what the caller sent.',
);

/** Every table that has columns of the server is guarded on create as well as on update (surface.md 3). */
export const checkGuards: Check = ({ model, surface }) =>
  model.tables
    .filter((table) => hasServerColumns(surface.tables[table.name]?.columns ?? {}))
    .flatMap((table) =>
      ['Create', 'Update']
        .filter((message) => !isGuarded(model, table.name, message))
        .map((message): Finding => noGuard(tableFile(table), `${table.name} has no ${message} step at stage 10`)),
    );

function hasServerColumns(columns: { readonly [name: string]: string }): boolean {
  return Object.values(columns).some((type) => type.startsWith('S '));
}

function isGuarded({ steps }: SolutionModel, table: string, message: string): boolean {
  return steps.some((step) => step.table === table && step.message === message && step.stage === 10 && step.mode === 0);
}
