import type { TableMetadata } from '@bbl/dataverse';
import type { LintSubject } from './subject';

const ACCESSES = ['Create', 'Read', 'Write', 'Delete', 'AppendTo', 'Append', 'Assign', 'Share'] as const;

/** Names in privileges where they differ from the schema name. */
const PRIVILEGE_NAMES: { readonly [table: string]: string } = { systemuser: 'User' };

/** Only rows with an owner can be given away or shared. */
const OWNED_ONLY: ReadonlySet<string> = new Set(['Assign', 'Share']);

export interface Privilege {
  readonly access: (typeof ACCESSES)[number];
  readonly table: TableMetadata;
}

/** The privilege that a name stands for, or undefined: `prvReadbbl_MilestoneSplit`. */
export function privilegeOf({ index }: Pick<LintSubject, 'index'>, name: string): Privilege | undefined {
  const access = ACCESSES.find((candidate) => name.startsWith(`prv${candidate}`));
  if (!access) return undefined;
  const subject = name.slice(`prv${access}`.length);
  const table = [...index.tables.values()].find((item) => (PRIVILEGE_NAMES[item.name] ?? item.schemaName) === subject);
  if (!table || (OWNED_ONLY.has(access) && table.ownership !== 'user')) return undefined;
  return { access, table };
}

export function isPrivilege(subject: Pick<LintSubject, 'index'>, name: string): boolean {
  return privilegeOf(subject, name) !== undefined;
}
