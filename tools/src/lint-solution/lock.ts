import { identitiesOf } from './identities';
import type { LintSubject } from './subject';

/** What must not change once it has been in an organisation, by component: ids, column types, option values, API signatures. */
export interface Lock {
  readonly [component: string]: string;
}

export interface LockedPart {
  readonly file: string;
  readonly component: string;
  readonly identity: string;
}

/** The parts of the solution that the lock is about, as they are now. */
export function lockedParts(subject: Omit<LintSubject, 'lock'>): LockedPart[] {
  return [...idParts(subject), ...columnParts(subject), ...optionParts(subject), ...apiParts(subject)];
}

/** The lock that the solution as it is now would have. */
export function currentLock(subject: Omit<LintSubject, 'lock'>): Lock {
  const parts = lockedParts(subject).map(({ component, identity }): [string, string] => [component, identity]);
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Subject = Omit<LintSubject, 'lock'>;

function idParts(subject: Subject): LockedPart[] {
  return identitiesOf({ ...subject, lock: {} }).flatMap(({ file, component, id }) =>
    component ? [{ file, component, identity: id.replace(/[{}]/g, '').toLowerCase() }] : [],
  );
}

/** A column's type cannot change, and a column that vanishes takes its data with it. */
function columnParts({ model }: Subject): LockedPart[] {
  return model.tables.flatMap((table) =>
    table.columns
      .filter((column) => column.isCustom)
      .map((column) => ({
        file: `Entities/${table.schemaName}/Entity.xml`,
        component: `column ${table.name}.${column.name}`,
        identity: column.type,
      })),
  );
}

/** An option that is taken out of the file stays in the organisation. */
function optionParts({ model }: Subject): LockedPart[] {
  return model.choices
    .filter((choice) => choice.isGlobal)
    .flatMap((choice) =>
      choice.options.map(({ value }) => ({
        file: `OptionSets/${choice.name}.xml`,
        component: `option ${choice.name}.${value}`,
        identity: 'option',
      })),
    );
}

/** Name, binding, kind and the type of every member of a custom API cannot change (platform.md 1.20). */
function apiParts({ model }: Subject): LockedPart[] {
  return model.customApis.flatMap((api) => {
    const file = `customapis/${api.uniqueName}/customapi.xml`;
    const name = `custom API ${api.uniqueName}`;
    const kind = `${api.isFunction ? 'function' : 'action'} ${api.boundTable ?? 'global'}`;
    const request = api.parameters.map((parameter) => ({
      file,
      component: `${name}.request.${parameter.name}`,
      identity: `${parameter.type}${parameter.isOptional ? ' optional' : ''}`,
    }));
    const response = api.responses.map((property) => ({
      file,
      component: `${name}.response.${property.name}`,
      identity: property.type,
    }));
    return [{ file, component: name, identity: kind }, ...request, ...response];
  });
}
