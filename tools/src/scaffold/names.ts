/** The language of every label; further ones are added by translation. */
export const LANGUAGE = 1033;
export const INTRODUCED_VERSION = '1.0.0.0';
export const XSI = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' } as const;

/** Own option values start here: the publisher's option value prefix times 10,000. */
export const FIRST_OPTION_VALUE = 482_100_000;

const SCHEMA_NAME = /^bbl_[A-Z][A-Za-z0-9]*$/;
const LOGICAL_NAME = /^bbl_[a-z][a-z0-9]*$/;

/** `bbl_MilestoneSplit` as it is; anything else is refused, since a schema name cannot be changed later. */
export function schemaName(name: string): string {
  if (!SCHEMA_NAME.test(name)) throw new Error(`"${name}" is no schema name such as bbl_MilestoneSplit.`);
  return name;
}

/** `bbl_billingstatus` as it is, the name of a choice; anything else is refused for the same reason. */
export function choiceName(name: string): string {
  if (!LOGICAL_NAME.test(name)) throw new Error(`"${name}" is no name of a choice such as bbl_billingstatus.`);
  return name;
}

/** `bbl_MilestoneSplit` → `bbl_milestonesplit` */
export const logicalName = (name: string): string => name.toLowerCase();

/** `bbl_MilestoneSplit` → `milestonesplit`, the part that relationship names are made of */
export const bareName = (name: string): string => logicalName(name).replace(/^bbl_/, '');
