import type { Shell } from '../shell';
import { loadScript } from '../state/scripts';
import { hasPrivilege, type PrivilegeType } from '../model/privileges';
import { makeNavigation } from '../xrm/navigation';
import { strict } from '../xrm/strict';
import { makeUtility } from '../xrm/utility';
import { makeRowApi } from '../xrm/webApi';
import { makeFormatting } from './formatting';
import { tokenThemeOf } from '../frame/palettes';
import type { ControlInputs } from './registry';
import { makeUserSettings } from './userSettings';
import type { Texts } from '../state/resx';

export type ControlContext = ComponentFramework.Context<ControlInputs>;

/**
 * The row of the form that a component stands on, below it in a sub-grid too; on main grids the table alone.
 * `mode.contextInfo` and `page` stand in no typings, but components of model-driven apps are built on them.
 */
export interface ControlPlace {
  readonly table: string;
  readonly id?: string;
  readonly name?: string;
}

/** What changes from one update of a component to the next. */
export interface ContextState {
  readonly place: ControlPlace;
  readonly parameters: ControlInputs;
  readonly updatedProperties: readonly string[];
  readonly widthPx: number;
  /** -1: as much as the component wants, on main grids. */
  readonly heightPx: number;
  readonly isDisabled: boolean;
  readonly label: string;
}

export interface ContextPorts {
  readonly shell: Shell;
  readonly texts: Texts;
  readonly requestRender: () => void;
  readonly trackContainerResize: (isTracked: boolean) => void;
  readonly setControlState: (state: ComponentFramework.Dictionary) => boolean;
}

/** Makes the contexts of one component: members that never change are made once. */
export function contextFactory(ports: ContextPorts): (state: ContextState) => ControlContext {
  const { shell, texts, requestRender, trackContainerResize, setControlState } = ports;
  const constant = {
    client: strict('context.client', {
      disableScroll: false,
      getClient: () => 'Web',
      getFormFactor: () => 1,
      isOffline: () => false,
      isNetworkAvailable: () => true,
    }),
    device: strict('context.device', {}),
    copilot: strict('context.copilot', {}),
    events: strict('context.events', {}),
    factory: strict('context.factory', { requestRender }),
    formatting: makeFormatting(shell.model.baseCurrency),
    navigation: makeNavigation(shell),
    resources: strict('context.resources', { getString: (key: string) => texts.get(key) ?? key }),
    userSettings: makeUserSettings(shell.model),
    utils: makeUtils(shell),
    webAPI: strict('context.webAPI', makeRowApi(shell)),
  };
  return (state) => {
    const context = {
      ...constant,
      parameters: state.parameters,
      updatedProperties: [...state.updatedProperties],
      fluentDesignLanguage: designLanguage(shell),
      mode: strict('context.mode', {
        allocatedWidth: state.widthPx,
        allocatedHeight: state.heightPx,
        isControlDisabled: state.isDisabled,
        isVisible: true,
        label: state.label,
        trackContainerResize,
        setControlState,
        contextInfo: strict('context.mode.contextInfo', {
          entityTypeName: state.place.table,
          entityId: state.place.id,
          entityRecordName: state.place.name,
        }),
      }),
      page: strict('context.page', {
        entityTypeName: state.place.table,
        entityId: state.place.id,
        getClientUrl: () => location.origin,
      }),
    };
    return strict('context', context) as unknown as ControlContext;
  };
}

function designLanguage({ appearance }: Shell) {
  return {
    tokenTheme: tokenThemeOf(appearance.theme),
    v8FluentTheme: appearance.theme,
    isDarkTheme: appearance.isDark,
    brand: {},
  };
}

/** Privilege types of the component framework by number. */
const PRIVILEGE_TYPES: readonly (PrivilegeType | undefined)[] = [
  undefined,
  'Create',
  'Read',
  'Write',
  'Delete',
  'Assign',
  'Share',
  'Append',
  'AppendTo',
];
const PRIVILEGE_DEPTHS = ['Basic', 'Local', 'Deep', 'Global'] as const;

function makeUtils(shell: Shell) {
  const utility = makeUtility(shell);
  return strict('context.utils', {
    getEntityMetadata: utility.getEntityMetadata,
    lookupObjects: utility.lookupObjects,
    hasEntityPrivilege: (table: string, type: number, depth: number): boolean => {
      const privilege = PRIVILEGE_TYPES[type];
      if (!privilege)
        throw new Error(`hasEntityPrivilege: privilege type ${type} is not implemented by the local host`);
      return hasPrivilege(
        shell.model.description.user,
        shell.model.table(table),
        privilege,
        PRIVILEGE_DEPTHS[Math.max(0, depth)],
      );
    },
    loadDependency: (name: string) => loadScript(shell.model.webResourceUrl(name)),
  });
}
