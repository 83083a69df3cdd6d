import type { AppMetadata, SiteMapArea, SiteMapSubArea } from '@bbl/dataverse/metadata';
import type { AppModel } from './appModel';
import { parsePage, type Page } from './pageUrl';
import { hasPrivilege } from './privileges';

/** The page that a site map entry opens. */
export function pageOf(subArea: SiteMapSubArea): Page {
  if (subArea.url) return parsePage(subArea.url);
  return subArea.table ? { kind: 'list', table: subArea.table } : { kind: 'home' };
}

/** The areas a user sees: entries of tables that the user may read, without the groups and areas left empty. */
export function visibleAreas(model: AppModel): readonly SiteMapArea[] {
  const { user } = model.description;
  const isVisible = (subArea: SiteMapSubArea): boolean => {
    const page = pageOf(subArea);
    if (page.kind !== 'list') return true;
    const table = model.findTable(page.table);
    return table !== undefined && hasPrivilege(user, table, 'Read');
  };
  return model.app.areas
    .map((area) => ({
      ...area,
      groups: area.groups
        .map((group) => ({ ...group, subAreas: group.subAreas.filter(isVisible) }))
        .filter((group) => group.subAreas.length > 0),
    }))
    .filter((area) => area.groups.length > 0);
}

/** Where a page stands in the site map. */
export interface Place {
  readonly area: SiteMapArea;
  readonly subArea: SiteMapSubArea;
}

/** The first entry: what the app opens with. */
export function firstPlace(areas: readonly SiteMapArea[]): Place | undefined {
  return places(areas)[0];
}

/**
 * The entry that stands for a page. A list matches by view first, then by table. A record matches an entry of its table
 * as a whole; an entry with a view of its own shows some rows only, so that it stands for a record that was opened from
 * it and for no other. Where nothing matches, `previous` stays.
 */
export function placeOf(areas: readonly SiteMapArea[], page: Page, previous?: Place): Place | undefined {
  const all = places(areas);
  if (page.kind === 'list') {
    const exact = all.find(({ subArea }) => isSameList(pageOf(subArea), page));
    if (exact) return exact;
  }
  if (page.kind === 'list' || page.kind === 'record') {
    const sameTable = all.filter(({ subArea }) => {
      const target = pageOf(subArea);
      return target.kind === 'list' && target.table === page.table;
    });
    const kept = sameTable.find(({ subArea }) => subArea.id === previous?.subArea.id);
    const standing = page.kind === 'list' ? sameTable[0] : sameTable.find(({ subArea }) => isWhole(pageOf(subArea)));
    return kept ?? standing ?? previous;
  }
  if (page.kind === 'webresource') {
    return all.find(({ subArea }) => isSamePage(pageOf(subArea), page)) ?? previous;
  }
  return previous;
}

function places(areas: readonly SiteMapArea[]): readonly Place[] {
  return areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas.map((subArea) => ({ area, subArea }))));
}

const isWhole = (page: Page): boolean => page.kind === 'list' && page.viewId === undefined;

function isSameList(target: Page, page: Page): boolean {
  return target.kind === 'list' && page.kind === 'list' && target.table === page.table && target.viewId === page.viewId;
}

function isSamePage(target: Page, page: Page): boolean {
  return target.kind === 'webresource' && page.kind === 'webresource' && target.name === page.name;
}

/** The app's title for the header and the window. */
export const appTitle = (app: AppMetadata): string => app.title || app.uniqueName;
