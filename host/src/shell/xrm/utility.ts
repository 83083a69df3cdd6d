import { bracedId, type LookupRef } from '../api/rows';
import type { Shell } from '../shell';
import { toEntityMetadata } from './entityMetadata';
import { makeGlobalContext } from './globalContext';
import { strict } from './strict';

export interface LookupOptions {
  readonly entityTypes?: readonly string[];
  readonly defaultEntityType?: string;
  readonly defaultViewId?: string;
  readonly allowMultiSelect?: boolean;
  readonly filters?: readonly { readonly filterXml: string; readonly entityLogicalName: string }[];
}

export interface ClientLookup {
  readonly id: string;
  readonly name: string;
  readonly entityType: string;
}

export const toClientLookup = (row: LookupRef): ClientLookup => ({
  id: bracedId(row.id),
  name: row.name,
  entityType: row.table,
});

/** `Xrm.Utility`. */
export function makeUtility(shell: Shell) {
  const globalContext = makeGlobalContext(shell);
  return strict('Xrm.Utility', {
    getGlobalContext: () => globalContext,
    showProgressIndicator: (message: string) => shell.progress.show(message),
    closeProgressIndicator: () => shell.progress.close(),
    getEntityMetadata: async (table: string, columns?: readonly string[]) =>
      toEntityMetadata(shell.model.table(table), columns),
    /** Texts of a resx web resource, by its name without the language: `bbl_/strings/messages`. */
    getResourceString: (webResource: string, key: string) => shell.strings.text(webResource, key),
    lookupObjects: async (options: LookupOptions): Promise<ClientLookup[]> => {
      if (options.allowMultiSelect)
        throw new Error('lookupObjects with allowMultiSelect is not implemented by the local host');
      const [first] = options.entityTypes ?? [];
      const table = options.defaultEntityType ?? first;
      if (!table) throw new Error('lookupObjects needs entityTypes');
      const filters = (options.filters ?? [])
        .filter((filter) => filter.entityLogicalName === table)
        .map((filter) => filter.filterXml);
      const chosen = await shell.openers.lookup(table, options.defaultViewId, filters);
      return chosen ? [toClientLookup(chosen)] : [];
    },
    getPageContext: () => ({ input: pageInput(shell) }),
    refreshParentGrid: () => {
      throw new Error('Xrm.Utility.refreshParentGrid is not implemented by the local host');
    },
  });
}

function pageInput({ router }: Shell) {
  const { page } = router;
  if (page.kind === 'list') return { pageType: 'entitylist', entityName: page.table, viewId: page.viewId };
  if (page.kind === 'record') return { pageType: 'entityrecord', entityName: page.table, entityId: page.id };
  if (page.kind === 'webresource') return { pageType: 'webresource', webresourceName: page.name, data: page.data };
  return { pageType: 'dashboard' };
}
