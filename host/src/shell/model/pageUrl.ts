import { bareId, type LookupRef } from '../api/rows';

/** Values that a new row starts with, by column. */
export interface FormDefaults {
  readonly [column: string]: string | number | boolean | LookupRef | null;
}

/** What the content area shows. */
export type Page =
  | { readonly kind: 'home' }
  | {
      readonly kind: 'list';
      readonly table: string;
      readonly viewId?: string;
      /** What the rows are searched for. */
      readonly keyword?: string;
    }
  | {
      readonly kind: 'record';
      readonly table: string;
      /** Absent for a new row. */
      readonly id?: string;
      readonly formId?: string;
      readonly defaults?: FormDefaults;
      /** The tab or related list on show; absent for the first tab. */
      readonly tab?: string;
    }
  | { readonly kind: 'webresource'; readonly name: string; readonly data?: string };

/**
 * Reads an address of the app: `/main.aspx?pagetype=…`, `/WebResources/…`, `$webresource:…`. Everything else is home.
 * @param address absolute or relative to this origin
 */
export function parsePage(address: string): Page {
  const resource = address.match(/^(?:\$webresource:|\/WebResources\/)([^?#]+)(?:\?(.*))?$/i);
  if (resource?.[1]) return webResourcePage(resource[1], new URLSearchParams(resource[2]).get('data'));

  const query = new URL(address, 'http://app.invalid').searchParams;
  const table = query.get('etn')?.toLowerCase();
  const pageType = query.get('pagetype')?.toLowerCase();
  if (pageType === 'entitylist' && table) {
    const viewId = query.get('viewid');
    return viewId ? { kind: 'list', table, viewId: bareId(viewId) } : { kind: 'list', table };
  }
  if (pageType === 'entityrecord' && table) return recordPage(table, query);
  const name = query.get('webresourceName') ?? query.get('webresourcename');
  if (pageType === 'webresource' && name) return webResourcePage(name, query.get('data'));
  return { kind: 'home' };
}

function recordPage(table: string, query: URLSearchParams): Page {
  const id = query.get('id');
  const formId = query.get('formid');
  return {
    kind: 'record',
    table,
    ...(id ? { id: bareId(id) } : {}),
    ...(formId ? { formId: bareId(formId) } : {}),
  };
}

function webResourcePage(name: string, data: string | null): Page {
  return data === null ? { kind: 'webresource', name } : { kind: 'webresource', name, data };
}

/**
 * The address of a page. Keyword, tab and the defaults of a new row are no part of it; the router keeps them in the
 * history entry, so that Back and Reload bring them again and a link starts afresh.
 */
export function pageHref(page: Page, appName: string): string {
  const query = new URLSearchParams({ appname: appName });
  if (page.kind === 'list') {
    query.set('pagetype', 'entitylist');
    query.set('etn', page.table);
    if (page.viewId) query.set('viewid', page.viewId);
  } else if (page.kind === 'record') {
    query.set('pagetype', 'entityrecord');
    query.set('etn', page.table);
    if (page.id) query.set('id', page.id);
    if (page.formId) query.set('formid', page.formId);
  } else if (page.kind === 'webresource') {
    query.set('pagetype', 'webresource');
    query.set('webresourceName', page.name);
    if (page.data !== undefined) query.set('data', page.data);
  }
  return `/main.aspx?${query}`;
}
