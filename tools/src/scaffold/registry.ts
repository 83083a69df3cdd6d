import { XSI } from './names';
import type { SolutionTree } from './solutionTree';
import { descendant, element, isElement, putChild, type XmlElement } from '@bbl/dataverse/xmlTree';

/** Component type codes of platform.md 1.5 that stand in RootComponents. */
export const ComponentType = {
  Table: 1,
  Choice: 9,
  Role: 20,
  WebResource: 61,
  SiteMap: 62,
  Control: 66,
  ColumnSecurityProfile: 70,
  App: 80,
  PluginAssembly: 91,
  Step: 92,
} as const;

type RootComponent = { readonly type: number; readonly schemaName?: string; readonly id?: string };

const identity = (attributes: Readonly<Record<string, string | undefined>>) =>
  `${(attributes['type'] ?? '').padStart(3, '0')} ${attributes['schemaName'] ?? ''} ${attributes['id'] ?? ''}`;

/** Lists a component in the solution, sorted by type and name. Framework components are not listed (platform.md 1.5). */
export function registerRootComponent(tree: SolutionTree, component: RootComponent): void {
  const entry = element('RootComponent', {
    type: component.type,
    id: component.id,
    schemaName: component.schemaName,
    behavior: 0,
  });
  tree.edit('Other/Solution.xml', (root) => {
    const key = identity(entry.attributes);
    putChild(
      descendant(root, 'SolutionManifest', 'RootComponents'),
      entry,
      (sibling) => identity(sibling.attributes) === key,
      (sibling) => identity(sibling.attributes) > key,
    );
  });
}

/** Takes a component that is identified by its id off the list. */
export function unregisterRootComponent(
  tree: SolutionTree,
  component: Required<Omit<RootComponent, 'schemaName'>>,
): void {
  tree.edit('Other/Solution.xml', (root) => {
    const { children } = descendant(root, 'SolutionManifest', 'RootComponents');
    const index = children.findIndex((child) => isElement(child) && child.attributes['id'] === component.id);
    if (index < 0) throw new Error(`The solution has no component ${component.id} of type ${String(component.type)}.`);
    children.splice(index, 1);
  });
}

const putNamed = (parent: XmlElement, child: XmlElement) => {
  const name = child.attributes['Name'] ?? '';
  putChild(
    parent,
    child,
    (sibling) => sibling.attributes['Name'] === name,
    (sibling) => (sibling.attributes['Name'] ?? '') > name,
  );
};

/** Writes a relationship into the file of its referenced table and lists its name. */
export function registerRelationship(tree: SolutionTree, referencedTable: string, relationship: XmlElement): void {
  const path = `Other/Relationships/${referencedTable}.xml`;
  if (!tree.has(path)) {
    tree.write(path, element('EntityRelationships', XSI));
  }
  tree.edit(path, (root) => putNamed(root, relationship));
  const name = relationship.attributes['Name'] ?? '';
  tree.edit('Other/Relationships.xml', (root) => putNamed(root, element('EntityRelationship', { Name: name })));
}

/** Makes a table part of every app of the solution. */
export function registerAppTable(tree: SolutionTree, table: string): void {
  for (const app of tree.list('AppModules')) {
    tree.edit(`AppModules/${app}/AppModule.xml`, (root) => {
      const entry = element('AppModuleComponent', { type: ComponentType.Table, schemaName: table });
      putChild(
        descendant(root, 'AppModuleComponents'),
        entry,
        (sibling) => sibling.attributes['type'] === '1' && sibling.attributes['schemaName'] === table,
        (sibling) => sibling.attributes['type'] !== '1' || (sibling.attributes['schemaName'] ?? '') > table,
      );
    });
  }
}
