import { childNamed, childrenNamed, element, isElement, textOf, type XmlElement } from '../xmlTree';
import { PackageError, type PackageFiles } from './layout';
import { readXml, withChildren, withInstance, withoutInstance } from './text';

const ENTITY_FILE = /^(Entities\/[^/]+)\/Entity\.xml$/;
const FORM_TYPES = ['main', 'quick', 'quickCreate', 'card'] as const;

/** The entities as customizations.xml holds them: forms, views and ribbon inside, where the files had empty markers. */
export function packEntities(files: PackageFiles): XmlElement[] {
  return [...files.keys()]
    .map((path) => ENTITY_FILE.exec(path)?.[1])
    .filter((folder) => folder !== undefined)
    .sort()
    .map((folder) => packEntity(files, folder));
}

function packEntity(files: PackageFiles, folder: string): XmlElement {
  const entity = readXml(files, `${folder}/Entity.xml`);
  const parts: { readonly [marker: string]: XmlElement } = {
    FormXml: packForms(files, folder),
    SavedQueries: packViews(files, folder),
    RibbonDiffXml: packRibbon(files, folder),
  };
  for (const marker of Object.keys(parts)) {
    if (!childNamed(entity, marker)) {
      throw new PackageError(`${folder}/Entity.xml`, `lacks the empty <${marker} />, without which it is not packed`);
    }
  }
  const filled = entity.children.filter(isElement).map((child) => parts[child.name] ?? child);
  return withoutInstance(withChildren(entity, filled));
}

function packForms(files: PackageFiles, folder: string): XmlElement {
  const types = FORM_TYPES.map((type) => {
    const forms = membersBelow(files, `${folder}/FormXml/${type}/`, 'systemform');
    return forms.length === 0 ? undefined : element('forms', { type }, forms);
  });
  return element(
    'FormXml',
    {},
    types.filter((forms) => forms !== undefined),
  );
}

function packViews(files: PackageFiles, folder: string): XmlElement {
  const views = membersBelow(files, `${folder}/SavedQueries/`, 'savedquery');
  return element('SavedQueries', {}, views.length === 0 ? [] : [element('savedqueries', {}, views)]);
}

function packRibbon(files: PackageFiles, folder: string): XmlElement {
  const path = `${folder}/RibbonDiff.xml`;
  return files.has(path) ? withoutInstance(readXml(files, path)) : element('RibbonDiffXml');
}

const membersBelow = (files: PackageFiles, folder: string, member: string): XmlElement[] =>
  [...files.keys()]
    .filter((path) => path.startsWith(folder) && path.endsWith('.xml'))
    .sort()
    .flatMap((path) => childrenNamed(readXml(files, path), member));

/** An entity of customizations.xml as files: path → root element. */
export function* unpackEntity(entity: XmlElement): Generator<readonly [string, XmlElement]> {
  const folder = `Entities/${textOf(entity, 'Name')}`;
  const emptied = entity.children
    .filter(isElement)
    .map((child) => (['FormXml', 'SavedQueries', 'RibbonDiffXml'].includes(child.name) ? element(child.name) : child));
  yield [`${folder}/Entity.xml`, withInstance(withChildren(entity, emptied))];

  for (const forms of childrenNamed(childNamed(entity, 'FormXml') ?? element('FormXml'), 'forms')) {
    for (const form of childrenNamed(forms, 'systemform')) {
      const path = `${folder}/FormXml/${forms.attributes['type']}/${textOf(form, 'formid')}.xml`;
      yield [path, withInstance(element('forms', {}, [form]))];
    }
  }
  const views = childNamed(childNamed(entity, 'SavedQueries') ?? element('SavedQueries'), 'savedqueries');
  for (const view of views ? childrenNamed(views, 'savedquery') : []) {
    yield [
      `${folder}/SavedQueries/${textOf(view, 'savedqueryid')}.xml`,
      withInstance(element('savedqueries', {}, [view])),
    ];
  }
  const ribbon = childNamed(entity, 'RibbonDiffXml');
  if (ribbon && ribbon.children.length > 0) yield [`${folder}/RibbonDiff.xml`, withInstance(ribbon)];
}
