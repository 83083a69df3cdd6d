import type { RibbonParameter } from '@bbl/dataverse/metadata';
import { formContextOf } from '../form/formContext';
import { USER_LCID } from '../format/locale';
import { gridItems, toItemReference, type CommandContext } from './commandContext';

/**
 * The arguments of a ribbon function. "All items" are the rows loaded, as on the platform.
 * @throws Error for a CrmParameter that the shell does not know
 */
export function resolveParameters(
  parameters: readonly RibbonParameter[],
  context: CommandContext,
  organizationName: string,
): readonly unknown[] {
  return parameters.map((parameter) => {
    switch (parameter.kind) {
      case 'string':
        return parameter.value;
      case 'int':
        return Number.parseInt(parameter.value, 10);
      case 'decimal':
        return Number(parameter.value);
      case 'bool':
        return parameter.value === 'true' || parameter.value === '1';
      case 'crm':
        return crmParameter(parameter.value, context, organizationName);
    }
  });
}

function crmParameter(name: string, context: CommandContext, organizationName: string): unknown {
  const { selected, all } = gridItems(context);
  const chosen = new Set(selected.map((row) => row.id));
  const rows = { Selected: selected, All: all, Unselected: all.filter((row) => !chosen.has(row.id)) };
  const items = /^SelectedControl(Selected|All|Unselected)Item(Count|Ids|References)$/.exec(name);
  if (items) {
    const list = rows[items[1] as keyof typeof rows];
    if (items[2] === 'Count') return list.length;
    return items[2] === 'Ids' ? list.map((row) => row.id) : list.map(toItemReference);
  }
  const primaryIds = context.form ? [context.form.id].filter((id) => id !== undefined) : selected.map((row) => row.id);
  switch (name) {
    case 'PrimaryControl':
      return context.form ? formContextOf(context.form) : context.gridControl;
    case 'SelectedControl':
      return context.gridControl ?? (context.form && formContextOf(context.form));
    case 'FirstPrimaryItemId':
      return primaryIds[0] ?? null;
    case 'PrimaryItemIds':
      return primaryIds;
    case 'PrimaryEntityTypeName':
      return context.form?.table.name ?? context.table;
    case 'SelectedEntityTypeName':
      return context.table;
    case 'CommandProperties':
      return { SourceControlId: null };
    case 'OrgName':
      return organizationName;
    case 'OrgLcid':
    case 'UserLcid':
      return USER_LCID;
    default:
      throw new Error(`CrmParameter ${name} is not supported by the local host`);
  }
}
