import { LANGUAGE, XSI } from '../names';
import { element, type XmlElement } from '@bbl/dataverse/xmlTree';

/** Where a button stands, and the group of the command bar that takes it there. platform.md 1.15 */
const GROUPS = { HomepageGrid: 'Management', SubGrid: 'Management', Form: 'Save' } as const;
export type ButtonPlace = keyof typeof GROUPS;

export interface ButtonSpec {
  /** Logical name */
  readonly table: string;
  /** Short name within the table, for example `Ready` */
  readonly id: string;
  readonly label: string;
  readonly toolTip: string;
  readonly icon: string;
  readonly sequence: number;
  readonly places: readonly ButtonPlace[];
  /** `Bbl.Commands.markReady` */
  readonly functionName: string;
  /** `Bbl.Commands.canMarkReady`: where it says no, the command is not shown. */
  readonly enableFunctionName?: string;
  /** Grids: whether the command needs selected rows or works on the whole view. */
  readonly needsSelection: boolean;
  /** Sub-grids: the command works on the row of the form around. */
  readonly isOfFormRow?: boolean;
  readonly privilege: { readonly table: string; readonly type: 'Create' | 'Write' | 'Delete' };
}

export const COMMAND_LIBRARY = '$webresource:bbl_/js/commands.js';

/** Grids pass themselves, forms their context: the same function serves both with (control, ids, table). */
const PARAMETERS = {
  selection: ['SelectedControl', 'SelectedControlSelectedItemIds', 'SelectedEntityTypeName'],
  view: ['SelectedControl', 'SelectedEntityTypeName'],
  form: ['PrimaryControl', 'PrimaryItemIds', 'PrimaryEntityTypeName'],
  formRow: ['PrimaryControl'],
} as const;
type Scope = keyof typeof PARAMETERS;

const crmParameters = (scope: Scope) => PARAMETERS[scope].map((value) => element('CrmParameter', { Value: value }));
const scopeOf = (button: ButtonSpec, place: ButtonPlace): Scope =>
  place === 'Form' ? 'form' : button.isOfFormRow ? 'formRow' : button.needsSelection ? 'selection' : 'view';

const idOf = (button: ButtonSpec, ...path: readonly string[]) => ['bbl', button.table, button.id, ...path].join('.');
const commandId = (button: ButtonSpec, scope: Scope) => idOf(button, scope === 'form' ? 'Form' : 'Grid', 'Command');

function customAction(button: ButtonSpec, place: ButtonPlace): XmlElement {
  const label = `$LocLabels:${idOf(button, 'Label')}`;
  const tab = `Mscrm.${place}.${button.table}.MainTab`;
  const attributes = {
    Id: idOf(button, place, 'CustomAction'),
    Location: `${tab}.${GROUPS[place]}.Controls._children`,
    Sequence: button.sequence,
  };
  return element('CustomAction', attributes, [
    element('CommandUIDefinition', {}, [
      element('Button', {
        Id: idOf(button, place, 'Button'),
        Command: commandId(button, scopeOf(button, place)),
        Sequence: button.sequence,
        TemplateAlias: 'o1',
        LabelText: label,
        Alt: label,
        ToolTipTitle: label,
        ToolTipDescription: `$LocLabels:${idOf(button, 'Tip')}`,
        ModernImage: `$webresource:${button.icon}`,
      }),
    ]),
  ]);
}

const SELECTED_ONE_OR_MORE = (table: string) => `bbl.${table}.SelectedOneOrMore`;
const EXISTING_ROW = (table: string) => `bbl.${table}.ExistingRow`;
const privilegeRuleId = ({ table, privilege }: ButtonSpec) => `bbl.${table}.Can${privilege.type}.${privilege.table}`;

function commandDefinition(button: ButtonSpec, scope: Scope): XmlElement {
  const enableRules = [
    ...(scope === 'selection' ? [SELECTED_ONE_OR_MORE(button.table)] : []),
    ...(button.enableFunctionName ? [idOf(button, scope === 'form' ? 'Form' : 'Grid', 'Enabled')] : []),
  ];
  const displayRules = [privilegeRuleId(button), ...(scope === 'form' ? [EXISTING_ROW(button.table)] : [])];
  const reference = (name: string) => (id: string) => element(name, { Id: id });
  return element('CommandDefinition', { Id: commandId(button, scope) }, [
    element('EnableRules', {}, enableRules.map(reference('EnableRule'))),
    element('DisplayRules', {}, displayRules.map(reference('DisplayRule'))),
    element('Actions', {}, [
      element(
        'JavaScriptFunction',
        { FunctionName: button.functionName, Library: COMMAND_LIBRARY },
        crmParameters(scope),
      ),
    ]),
  ]);
}

function enableRules(button: ButtonSpec, scope: Scope): XmlElement[] {
  const selection = element('EnableRule', { Id: SELECTED_ONE_OR_MORE(button.table) }, [
    element('SelectionCountRule', { AppliesTo: 'SelectedEntity', Minimum: 1 }),
  ]);
  const { enableFunctionName } = button;
  const custom =
    enableFunctionName === undefined
      ? []
      : [
          element('EnableRule', { Id: idOf(button, scope === 'form' ? 'Form' : 'Grid', 'Enabled') }, [
            element(
              'CustomRule',
              { FunctionName: enableFunctionName, Library: COMMAND_LIBRARY, Default: 'false' },
              crmParameters(scope),
            ),
          ]),
        ];
  return scope === 'selection' ? [selection, ...custom] : custom;
}

function displayRules(button: ButtonSpec, scope: Scope): XmlElement[] {
  const { privilege } = button;
  const rule = element('DisplayRule', { Id: privilegeRuleId(button) }, [
    element('EntityPrivilegeRule', {
      EntityName: privilege.table,
      PrivilegeType: privilege.type,
      PrivilegeDepth: 'Basic',
    }),
  ]);
  const existing = element('DisplayRule', { Id: EXISTING_ROW(button.table) }, [
    element('FormStateRule', { State: 'Existing' }),
  ]);
  return scope === 'form' ? [rule, existing] : [rule];
}

const locLabel = (id: string, text: string) =>
  element('LocLabel', { Id: id }, [
    element('Titles', {}, [element('Title', { description: text, languagecode: LANGUAGE })]),
  ]);

/** The parts of a RibbonDiff.xml that a button adds, each for the list of that name. */
export function buttonParts(button: ButtonSpec) {
  const scopes = [...new Set(button.places.map((place) => scopeOf(button, place)))];
  return {
    customActions: button.places.map((place) => customAction(button, place)),
    commandDefinitions: scopes.map((scope) => commandDefinition(button, scope)),
    displayRules: scopes.flatMap((scope) => displayRules(button, scope)),
    enableRules: scopes.flatMap((scope) => enableRules(button, scope)),
    locLabels: [locLabel(idOf(button, 'Label'), button.label), locLabel(idOf(button, 'Tip'), button.toolTip)],
  };
}

/** Hides a button of the platform, for example `Mscrm.HomepageGrid.bbl_invoice.NewRecord`. */
export function hideAction(location: string): XmlElement {
  return element('HideCustomAction', { HideActionId: `bbl.${location}.Hide`, Location: location });
}

/** A command bar without changes. */
export function emptyRibbon(): XmlElement {
  return element('RibbonDiffXml', XSI, [
    element('CustomActions'),
    element('Templates', {}, [element('RibbonTemplates', { Id: 'Mscrm.Templates' })]),
    element('CommandDefinitions'),
    element('RuleDefinitions', {}, [element('TabDisplayRules'), element('DisplayRules'), element('EnableRules')]),
    element('LocLabels'),
  ]);
}
