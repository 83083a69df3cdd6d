import type { RibbonButton, RibbonCommand, RibbonMetadata, SolutionFiles } from '../metadata';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { baseLabel } from './labels';
import { readDisplayRule, readEnableRule, readRibbonFunction } from './ribbonRules';
import { child, children, requiredAttribute, requiredChild, wholeNumber, type XmlElement } from './xml';
import { webResourceOf } from './webResourceNames';

const RIBBON_FILE = /^Entities\/([^/]+)\/RibbonDiff\.xml$/;

const LOCATIONS: { readonly [place: string]: RibbonButton['location'] } = {
  HomepageGrid: 'homepageGrid',
  SubGrid: 'subGrid',
  Form: 'form',
};

const LABEL_REFERENCE = '$LocLabels:';

type Texts = ReadonlyMap<string, string>;

/** Command bars, `Entities/<SchemaName>/RibbonDiff.xml` (platform.md 1.15). */
export function readRibbons(files: SolutionFiles): RibbonMetadata[] {
  return readXmlFiles(files, RIBBON_FILE, 'RibbonDiffXml', (root, path) => {
    const table = (RIBBON_FILE.exec(path)?.[1] ?? '').toLowerCase();
    const texts = readTexts(root);
    return {
      table,
      buttons: children(root, 'CustomActions', 'CustomAction').map((action) => readButton(action, table, texts)),
      commands: children(root, 'CommandDefinitions', 'CommandDefinition').map((command) => readCommand(command, root)),
      hidden: children(root, 'CustomActions', 'HideCustomAction').map((hide) => requiredAttribute(hide, 'Location')),
    };
  });
}

function readTexts(root: XmlElement): Texts {
  return new Map(
    children(root, 'LocLabels', 'LocLabel').map((label) => [
      requiredAttribute(label, 'Id'),
      baseLabel(children(label, 'Titles', 'Title'))?.attributes['description'] ?? '',
    ]),
  );
}

function readButton(action: XmlElement, table: string, texts: Texts): RibbonButton {
  const definition = requiredChild(action, 'CommandUIDefinition');
  const [button] = definition.children;
  if (!button || button.name !== 'Button' || definition.children.length > 1) {
    throw new ShapeError(`${requiredAttribute(action, 'Id')} holds something else than one <Button>`);
  }
  const icon = webResourceOf(button.attributes['ModernImage']);
  return {
    id: requiredAttribute(button, 'Id'),
    location: readLocation(requiredAttribute(action, 'Location'), table),
    sequence: wholeNumber(button.attributes['Sequence'] ?? requiredAttribute(action, 'Sequence'), 'Sequence'),
    label: resolveText(requiredAttribute(button, 'LabelText'), texts),
    toolTip: resolveText(button.attributes['ToolTipDescription'] ?? '', texts),
    ...(icon && { icon }),
    commandId: requiredAttribute(button, 'Command'),
  };
}

/** `Mscrm.HomepageGrid.<table>.MainTab.Management.Controls._children` and its like. */
function readLocation(location: string, table: string): RibbonButton['location'] {
  const [, place = '', ofTable] = location.split('.');
  const known = LOCATIONS[place];
  if (!known || ofTable !== table || !location.endsWith('.Controls._children')) {
    throw new ShapeError(`the ribbon location '${location}' is not supported`);
  }
  return known;
}

function resolveText(reference: string, texts: Texts): string {
  if (!reference.startsWith(LABEL_REFERENCE)) return reference;
  const text = texts.get(reference.slice(LABEL_REFERENCE.length));
  if (text === undefined) throw new ShapeError(`the label ${reference} is not among LocLabels`);
  return text;
}

function readCommand(command: XmlElement, root: XmlElement): RibbonCommand {
  const ruleDefinitions = requiredChild(root, 'RuleDefinitions');
  const actions = children(command, 'Actions').flatMap((list) => list.children);
  const other = actions.find((action) => action.name !== 'JavaScriptFunction');
  if (other) throw new ShapeError(`the ribbon action <${other.name}> is not supported`);
  return {
    id: requiredAttribute(command, 'Id'),
    enableRules: rulesOf(command, ruleDefinitions, 'EnableRules', 'EnableRule').map(readEnableRule),
    displayRules: rulesOf(command, ruleDefinitions, 'DisplayRules', 'DisplayRule').map(readDisplayRule),
    actions: actions.map(readRibbonFunction),
  };
}

/** The tests of the rules that a command refers to; several tests in a rule must all hold. */
function rulesOf(command: XmlElement, definitions: XmlElement, list: string, item: string): readonly XmlElement[] {
  return children(command, list, item).flatMap((reference) => {
    const id = requiredAttribute(reference, 'Id');
    const definition = children(child(definitions, list) ?? definitions, item).find((rule) => rule.attributes['Id'] === id);
    if (!definition) throw new ShapeError(`the ${item} ${id} is not defined in RuleDefinitions`);
    return definition.children;
  });
}
