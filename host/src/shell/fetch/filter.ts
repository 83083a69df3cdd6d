/** One comparison, in the operators of FetchXML. */
export interface FilterCondition {
  readonly column: string;
  /** Alias of the link-entity that has the column; absent for the view's own table. */
  readonly alias?: string;
  /** FetchXML operator: `eq`, `like`, `on-or-after`, … */
  readonly operator: string;
  /** None for operators such as `null`; several for `in`. */
  readonly values: readonly string[];
}

export interface FilterGroup {
  readonly operator: 'and' | 'or';
  readonly conditions: readonly FilterCondition[];
  readonly groups: readonly FilterGroup[];
}

export const allOf = (...conditions: readonly FilterCondition[]): FilterGroup => ({
  operator: 'and',
  conditions,
  groups: [],
});

/** Whether the group narrows anything. */
export const isEmptyFilter = (group: FilterGroup): boolean =>
  group.conditions.length === 0 && group.groups.every(isEmptyFilter);

/** Splits `alias.column` as views and data sets name linked columns. */
export function splitColumn(name: string): { readonly column: string; readonly alias?: string } {
  const dot = name.indexOf('.');
  return dot < 0 ? { column: name } : { alias: name.slice(0, dot), column: name.slice(dot + 1) };
}

/** The `<filter>` element of a group, made in `owner`. */
export function toFilterElement(owner: Document, group: FilterGroup): Element {
  const element = owner.createElement('filter');
  element.setAttribute('type', group.operator);
  for (const condition of group.conditions) element.appendChild(toConditionElement(owner, condition));
  for (const child of group.groups) {
    if (!isEmptyFilter(child)) element.appendChild(toFilterElement(owner, child));
  }
  return element;
}

function toConditionElement(owner: Document, { column, alias, operator, values }: FilterCondition): Element {
  const element = owner.createElement('condition');
  if (alias !== undefined) element.setAttribute('entityname', alias);
  element.setAttribute('attribute', column);
  element.setAttribute('operator', operator);
  const isList = operator === 'in' || operator === 'not-in' || operator === 'between' || operator === 'not-between';
  if (!isList) {
    if (values[0] !== undefined) element.setAttribute('value', values[0]);
    return element;
  }
  for (const value of values) {
    const item = owner.createElement('value');
    item.textContent = value;
    element.appendChild(item);
  }
  return element;
}
