import {
  QueryType,
  type AppMetadata,
  type ColumnMetadata,
  type FormMetadata,
  type RelationshipMetadata,
  type RibbonMetadata,
  type TableMetadata,
  type ViewMetadata,
} from '@bbl/dataverse/metadata';
import { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { bareId } from '../api/rows';
import type { AppDescription, ControlDescription, Currency } from './appDescription';
import { fallbackView } from './fallbackView';

/** The solution's definitions, found by name, as the shell needs them. Ids are compared without braces and case. */
export class AppModel {
  readonly index: MetadataIndex;

  constructor(readonly description: AppDescription) {
    this.index = new MetadataIndex(description);
  }

  get app(): AppMetadata {
    const [app] = this.description.apps;
    if (!app) throw new Error('The solution has no model-driven app');
    return app;
  }

  /** @throws Error for a table that the host does not have */
  table(name: string): TableMetadata {
    const table = this.index.table(name);
    if (!table) throw new Error(`There is no table ${name}`);
    return table;
  }

  findTable(name: string): TableMetadata | undefined {
    return this.index.table(name);
  }

  column(table: string, name: string): ColumnMetadata | undefined {
    return this.index.column(table, name);
  }

  /** The views that the view selector offers, by name. A table without any gets a plain one. */
  publicViews(table: string): readonly ViewMetadata[] {
    const views = this.viewsOf(table).filter((view) => view.queryType === QueryType.Public);
    if (views.length === 0) return [fallbackView(this.table(table))];
    return [...views].sort((a, b) => a.name.localeCompare(b.name));
  }

  defaultView(table: string): ViewMetadata {
    const views = this.publicViews(table);
    const view = views.find((candidate) => candidate.isDefault) ?? views[0];
    if (!view) throw new Error(`Table ${table} has no view`);
    return view;
  }

  findView(id: string): ViewMetadata | undefined {
    return this.description.views.find((view) => bareId(view.id) === bareId(id));
  }

  quickFindView(table: string): ViewMetadata | undefined {
    return this.viewsOf(table).find((view) => view.isQuickFind || view.queryType === QueryType.QuickFind);
  }

  /** The view that lookups to this table search: the lookup view, or the default one. */
  lookupView(table: string): ViewMetadata {
    return this.viewsOf(table).find((view) => view.queryType === QueryType.Lookup) ?? this.defaultView(table);
  }

  /** The view that shows rows of this table related to another row. */
  associatedView(table: string): ViewMetadata {
    return this.viewsOf(table).find((view) => view.queryType === QueryType.Associated) ?? this.defaultView(table);
  }

  form(table: string, type: FormMetadata['type'], id?: string): FormMetadata | undefined {
    const forms = this.description.forms.filter((form) => form.table === table && form.type === type);
    return (id && forms.find((form) => bareId(form.id) === bareId(id))) || forms[0];
  }

  /** Whether new rows of the table are made in a panel in front of the page. */
  hasQuickCreate({ name, isQuickCreateEnabled }: TableMetadata): boolean {
    return isQuickCreateEnabled && this.form(name, 'quickCreate') !== undefined;
  }

  ribbon(table: string): RibbonMetadata | undefined {
    return this.description.ribbons.find((ribbon) => ribbon.table === table);
  }

  control(name: string): ControlDescription | undefined {
    return this.description.controls.find((control) => control.name === name);
  }

  relationship(name: string): RelationshipMetadata | undefined {
    return this.index.relationships.find((relationship) => relationship.name.toLowerCase() === name.toLowerCase());
  }

  /** The navigation property that sets `column` to a row of `target`; case-sensitive. */
  lookupNavigation(table: string, column: string, target: string): string {
    const candidates = this.index.lookupsOf(table).filter((relationship) => relationship.referencingColumn === column);
    const match = candidates.find((relationship) => relationship.referencedTable === target) ?? candidates[0];
    return match?.lookupNavigation ?? this.column(table, column)?.schemaName ?? column;
  }

  currency(id: string | undefined): Currency | undefined {
    if (id === undefined) return undefined;
    return this.description.currencies.find((currency) => bareId(currency.id) === bareId(id));
  }

  get baseCurrency(): Currency | undefined {
    return this.currency(this.description.organization.baseCurrencyId);
  }

  /** URL of a web resource; `$webresource:` and leading slashes are allowed in `name`. */
  webResourceUrl(name: string): string {
    const bare = name.replace(/^\$webresource:/i, '').replace(/^\/?(WebResources\/)?/i, '');
    return this.description.webResources.find((resource) => resource.name === bare)?.url ?? `/WebResources/${bare}`;
  }

  private viewsOf(table: string): readonly ViewMetadata[] {
    return this.description.views.filter((view) => view.table === table);
  }
}
