import type { AppMetadata, FormMetadata, SiteMapSubArea } from '@bbl/dataverse';
import { children } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import type { Check, LintSubject } from '../subject';

const notInApp = rule(
  'app-components',
  'Add an AppModuleComponent of type 1: without it the table is invisible at run time.',
);
const notShown = rule(
  'app-reachable',
  'Put the table into the site map or on a form of the app, or take it out of the components: nobody finds it.',
);
const noSiteMap = rule('app-site-map', 'Add the AppModuleComponent of type 62 for the app\u2019s site map.');
const unknownTable = rule('app-tables', 'Name a table of the solution or of every organisation.');
const brokenArea = rule('site-map', 'Name a table, a page or a view that exists, and an icon of the solution.');
const unknownRole = rule(
  'app-roles',
  'Name a role of the solution; System Administrator and System Customizer are constant.',
);

/** Role templates of every organisation: System Administrator, System Customizer (platform.md 1.14). */
const PLATFORM_ROLES = ['627090ff-40a3-4053-8790-584edc5be201', '119f245c-3cc8-4b62-b31c-d1a046ced15d'];

const appFile = (app: AppMetadata): string => `AppModules/${app.uniqueName}/AppModule.xml`;
const siteMapFile = (app: AppMetadata): string => `AppModuleSiteMaps/${app.uniqueName}/AppModuleSiteMap.xml`;

/** Site map and components of every app agree; what they name exists. */
export const checkApps: Check = (subject) =>
  subject.model.apps.flatMap((app) => [
    ...checkComponents(subject, app),
    ...subAreasOf(app).flatMap((subArea) => checkSubArea(subject, app, subArea)),
    ...checkRoles(subject, app),
    ...checkSiteMapComponent(subject, app),
  ]);

const subAreasOf = (app: AppMetadata): SiteMapSubArea[] =>
  app.areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas));

/** Everything that the app shows has to be among its components: site map entries and the rows of sub-grids. */
function checkComponents({ model, index, surface }: LintSubject, app: AppMetadata): Finding[] {
  const shown = [
    ...subAreasOf(app).flatMap((subArea) => tableOf(subArea) ?? []),
    ...model.forms.filter(({ table }) => app.tables.includes(table)).flatMap(subGridTablesOf),
  ];
  return [
    ...[...new Set(shown)]
      .filter((table) => !app.tables.includes(table))
      .map((table) => notInApp(appFile(app), `${table} is shown but is no component of the app`)),
    ...app.tables
      .filter((table) => !index.table(table))
      .map((table) => unknownTable(appFile(app), `the component ${table} is no table`)),
    ...app.tables
      .filter((table) => index.table(table) && !shown.includes(table) && !isLookedUp(model, app, table))
      .filter((table) => !surface.tablesByAddress.includes(table))
      .map((table) => notShown(appFile(app), `the component ${table} stands in no site map and on no form`)),
  ];
}

/** Whether a form of the app leads there by a lookup. */
function isLookedUp({ relationships, forms }: LintSubject['model'], app: AppMetadata, table: string): boolean {
  return relationships.some(
    ({ referencedTable, referencingTable }) =>
      referencedTable === table &&
      app.tables.includes(referencingTable) &&
      forms.some((form) => form.table === referencingTable),
  );
}

function checkSiteMapComponent(subject: LintSubject, app: AppMetadata): Finding[] {
  const root = subject.documents.get(appFile(app));
  const components = root ? children(root, 'AppModuleComponents', 'AppModuleComponent') : [];
  const isListed = components.some(
    ({ attributes }) => attributes['type'] === '62' && attributes['schemaName'] === app.uniqueName,
  );
  return isListed ? [] : [noSiteMap(appFile(app), 'its site map is no component')];
}

function subGridTablesOf(form: FormMetadata): string[] {
  const sections = form.tabs.flatMap((tab) => tab.columns.flatMap((column) => column.sections));
  const cells = sections.flatMap((section) => section.rows.flat());
  return cells.flatMap(({ control }) => control?.parameters['TargetEntityType'] ?? []);
}

function tableOf({ table, url }: SiteMapSubArea): string | undefined {
  return table ?? (url && urlParameter(url, 'etn'));
}

const urlParameter = (url: string, name: string): string | undefined =>
  new RegExp(`[?&]${name}=([^&]*)`).exec(url)?.[1];

function checkSubArea({ model, index }: LintSubject, app: AppMetadata, subArea: SiteMapSubArea): Finding[] {
  const broken = (problem: string): Finding => brokenArea(siteMapFile(app), `${subArea.id}: ${problem}`);
  const table = tableOf(subArea);
  const viewId = subArea.url && urlParameter(subArea.url, 'viewid');
  const page = /(?:^\/WebResources\/|^\$webresource:)(.+)$/.exec(subArea.url ?? '')?.[1];
  const isWebResource = (name: string): boolean => model.webResources.some((webResource) => webResource.name === name);
  return [
    ...(table === undefined && page === undefined ? [broken('it leads nowhere')] : []),
    ...(table !== undefined && !index.table(table) ? [broken(`${table} is no table`)] : []),
    ...(viewId && !model.views.some((view) => view.id === viewId.toLowerCase() && view.table === table)
      ? [broken(`${viewId} is no view of ${table ?? 'the table'}`)]
      : []),
    ...(page !== undefined && !isWebResource(page) ? [broken(`${page} is no web resource`)] : []),
    ...(subArea.icon !== undefined && !isWebResource(subArea.icon)
      ? [broken(`${subArea.icon} is no web resource`)]
      : []),
  ];
}

function checkRoles({ model }: LintSubject, app: AppMetadata): Finding[] {
  const known = [...PLATFORM_ROLES, ...model.roles.map(({ id }) => id)];
  const missing = model.roles.filter(({ id }) => !app.roleIds.includes(id));
  return [
    ...app.roleIds.filter((id) => !known.includes(id)).map((id) => unknownRole(appFile(app), `${id} is no role`)),
    ...missing.map(({ name }) => unknownRole(appFile(app), `the role ${name} cannot open the app`)),
  ];
}
