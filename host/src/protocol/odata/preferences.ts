import { unsupported } from '../../faults';
import { badUrl } from './errors';

/** What the `Prefer` header of a request asks for. */
export interface Preferences {
  readonly returnsRepresentation: boolean;
  readonly continuesOnError: boolean;
  readonly pageRowsMax: number | undefined;
  readonly annotations: Annotations;
}

/** Which annotations an answer carries. */
export interface Annotations {
  readonly formattedValue: boolean;
  readonly lookupLogicalName: boolean;
  readonly associatedNavigationProperty: boolean;
}

const NONE: Annotations = { formattedValue: false, lookupLogicalName: false, associatedNavigationProperty: false };
const NO_PREFERENCES: Preferences = {
  returnsRepresentation: false,
  continuesOnError: false,
  pageRowsMax: undefined,
  annotations: NONE,
};
const ITEM = /([\w.-]+)(?:\s*=\s*("[^"]*"|[^,;\s]*))?/g;

/** Reads the header; throws on wishes that would change rows or answers in a way the host does not know. */
export function readPreferences(header: string | undefined): Preferences {
  if (header === undefined || header === '') return NO_PREFERENCES;
  const items = new Map<string, string>();
  for (const [, name = '', value = ''] of header.matchAll(ITEM))
    items.set(name.toLowerCase(), value.replaceAll('"', ''));
  if (items.has('odata.track-changes')) throw unsupported('change tracking');
  if (items.has('respond-async')) throw unsupported('asynchronous requests');
  const pageRows = items.get('odata.maxpagesize');
  return {
    returnsRepresentation: items.get('return') === 'representation',
    continuesOnError: items.has('odata.continue-on-error') && items.get('odata.continue-on-error') !== 'false',
    pageRowsMax: pageRows === undefined ? undefined : readPageRows(pageRows),
    annotations: readAnnotations(items.get('odata.include-annotations')),
  };
}

/** Headers by which a client asks the platform to leave custom logic out; ignoring them would run what should not run. */
const BYPASSES = [
  'mscrm.bypasscustompluginexecution',
  'mscrm.bypassbusinesslogicexecution',
  'mscrm.bypassbusinesslogicexecutionstepids',
];

/** Throws 501 on headers that change which steps a request runs. */
export function refuseBypasses(headers: { readonly [name: string]: string | undefined }): void {
  const bypass = BYPASSES.find((name) => headers[name] !== undefined);
  if (bypass !== undefined) throw unsupported(`the header ${bypass}`);
}

function readPageRows(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw badUrl(`The value '${text}' of odata.maxpagesize has to be a positive whole number.`);
}

function readAnnotations(text: string | undefined): Annotations {
  if (text === undefined) return NONE;
  const patterns = text.split(',').map((pattern) => pattern.trim());
  const isWanted = (name: string): boolean =>
    patterns.some((pattern) => matches(pattern, name)) &&
    !patterns.some((pattern) => pattern.startsWith('-') && matches(pattern.slice(1), name));
  return {
    formattedValue: isWanted('OData.Community.Display.V1.FormattedValue'),
    lookupLogicalName: isWanted('Microsoft.Dynamics.CRM.lookuplogicalname'),
    associatedNavigationProperty: isWanted('Microsoft.Dynamics.CRM.associatednavigationproperty'),
  };
}

function matches(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('.*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
