import type { Right } from './rights';

/**
 * What every user has without a role of the solution: in Dataverse it comes with the roles "Basic User" and "App
 * Opener", which the host does not ship. Customer tables are not among it.
 */
const READABLE: ReadonlySet<string> = new Set([
  'organization',
  'businessunit',
  'systemuser',
  'team',
  'teammembership',
  'role',
  'systemuserroles',
  'teamroles',
  'privilege',
  'roleprivileges',
  'transactioncurrency',
  'savedquery',
  'systemform',
  'environmentvariabledefinition',
  'environmentvariablevalue',
]);
const APPENDABLE_TO: ReadonlySet<string> = new Set(['systemuser', 'team', 'businessunit', 'transactioncurrency']);

export const isBaseRight = (table: string, right: Right): boolean =>
  (right === 'Read' && READABLE.has(table)) || (right === 'AppendTo' && APPENDABLE_TO.has(table));
