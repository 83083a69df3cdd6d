import type { AppModel } from '../model/appModel';
import { hasPrivilege, type PrivilegeType } from '../model/privileges';
import type { FormModel } from '../form/formModel';
import type { CommandContext } from './commandContext';

/** The commands that the platform gives every table. */
export type PlatformCommand =
  'save' | 'saveAndClose' | 'new' | 'edit' | 'activate' | 'deactivate' | 'delete' | 'refresh';

export interface PlatformButton {
  readonly command: PlatformCommand;
  readonly label: string;
  readonly iconName: string;
}

const BUTTONS: { readonly [command in PlatformCommand]: PlatformButton } = {
  save: { command: 'save', label: 'Save', iconName: 'Save' },
  saveAndClose: { command: 'saveAndClose', label: 'Save & Close', iconName: 'SaveAndClose' },
  new: { command: 'new', label: 'New', iconName: 'Add' },
  edit: { command: 'edit', label: 'Edit', iconName: 'Edit' },
  activate: { command: 'activate', label: 'Activate', iconName: 'Completed' },
  deactivate: { command: 'deactivate', label: 'Deactivate', iconName: 'Blocked2' },
  delete: { command: 'delete', label: 'Delete', iconName: 'Delete' },
  refresh: { command: 'refresh', label: 'Refresh', iconName: 'Refresh' },
};

/** Ids under which a table's ribbon hides each of them, without the `Mscrm.<location>.<table>.` before them. */
const HIDING_IDS: { readonly [command in PlatformCommand]: readonly string[] } = {
  save: ['Save', 'SavePrimary'],
  saveAndClose: ['SaveAndClose', 'SaveAndClosePrimary'],
  new: ['NewRecord', 'NewRecordForSubGrid', 'AddNewStandard', 'AddNew'],
  edit: ['Edit'],
  activate: ['Activate'],
  deactivate: ['Deactivate'],
  delete: ['Delete', 'DeleteMenu', 'DeletePrimaryRecord', 'DeleteSelectedRecord', 'RemoveOrDelete'],
  refresh: ['Refresh', 'RefreshButton', 'RefreshModernButton'],
};

const PREFIXES = { homepageGrid: 'HomepageGrid', subGrid: 'SubGrid', form: 'Form' } as const;
const BY_LOCATION: { readonly [location in CommandContext['location']]: readonly PlatformCommand[] } = {
  homepageGrid: ['new', 'edit', 'activate', 'deactivate', 'delete', 'refresh'],
  subGrid: ['new', 'activate', 'deactivate', 'delete', 'refresh'],
  form: ['save', 'saveAndClose', 'new', 'activate', 'deactivate', 'delete', 'refresh'],
};

/** The platform's buttons that are shown: allowed to the user, of use with the present selection, not hidden by the ribbon. */
export function platformButtons(model: AppModel, context: CommandContext): readonly PlatformButton[] {
  return BY_LOCATION[context.location]
    .filter((command) => isUseful(command, model, context) && isAllowed(command, model, context))
    .filter((command) => !isHidden(command, model, context))
    .map((command) => labelled(BUTTONS[command], model, context));
}

function isUseful(command: PlatformCommand, model: AppModel, { location, form, grid, table }: CommandContext): boolean {
  const selected = grid?.selectedIds.length ?? 0;
  switch (command) {
    case 'save':
    case 'saveAndClose':
      return form?.mode !== 'readOnly';
    case 'edit':
      return selected === 1;
    case 'activate':
    case 'deactivate':
      if (!model.column(table, STATE_COLUMN)) return false;
      return location === 'form' ? stateOf(form) === (command === 'activate' ? INACTIVE : ACTIVE) : selected > 0;
    case 'delete':
      return location === 'form' ? form?.id !== undefined : selected > 0;
    case 'new':
      return location !== 'form' || form?.id !== undefined;
    case 'refresh':
      return location !== 'form' || form?.id !== undefined;
  }
}

const STATE_COLUMN = 'statecode';
const ACTIVE = 0;
const INACTIVE = 1;

const stateOf = (form: FormModel | undefined): unknown => form?.row?.[STATE_COLUMN];

const PRIVILEGES: { readonly [command in PlatformCommand]?: PrivilegeType } = {
  new: 'Create',
  activate: 'Write',
  deactivate: 'Write',
  delete: 'Delete',
};

function isAllowed(command: PlatformCommand, model: AppModel, { table, form }: CommandContext): boolean {
  const needed = command === 'save' || command === 'saveAndClose' ? saveNeeds(form?.mode) : PRIVILEGES[command];
  return needed === undefined || hasPrivilege(model.description.user, model.table(table), needed);
}

const saveNeeds = (mode: string | undefined): PrivilegeType => (mode === 'create' ? 'Create' : 'Write');

function isHidden(command: PlatformCommand, model: AppModel, { table, location }: CommandContext): boolean {
  const hidden = model.ribbon(table)?.hidden ?? [];
  const prefix = `Mscrm.${PREFIXES[location]}.${table}.`.toLowerCase();
  const ids = HIDING_IDS[command].map((id) => prefix + id.toLowerCase());
  return hidden.some((id) => ids.includes(id.toLowerCase()));
}

function labelled(button: PlatformButton, model: AppModel, { location, table }: CommandContext): PlatformButton {
  if (location !== 'subGrid' || button.command !== 'new') return button;
  return { ...button, label: `New ${model.table(table).displayName}` };
}
