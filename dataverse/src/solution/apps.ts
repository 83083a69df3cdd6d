import type { AppMetadata, SiteMapArea, SiteMapGroup, SiteMapSubArea, SolutionFiles } from '../metadata';
import { readXmlFile, readXmlFiles } from './files';
import { baseLabel, labelOf } from './labels';
import { children, guidOf, requiredAttribute, requiredChild, requiredText, type XmlElement } from './xml';
import { webResourceOf } from './webResourceNames';

/** AppModuleComponent type of a table. */
const TABLE_COMPONENT = '1';

/** Apps with their site maps, `AppModules/` and `AppModuleSiteMaps/` (platform.md 1.14). */
export function readApps(files: SolutionFiles): AppMetadata[] {
  return readXmlFiles(files, /^AppModules\/[^/]+\/AppModule\.xml$/, 'AppModule', (root) => {
    const uniqueName = requiredText(root, 'UniqueName');
    return {
      uniqueName,
      title: labelOf(root, 'LocalizedNames', 'LocalizedName'),
      tables: children(root, 'AppModuleComponents', 'AppModuleComponent')
        .filter((component) => component.attributes['type'] === TABLE_COMPONENT)
        .map((component) => requiredAttribute(component, 'schemaName')),
      roleIds: children(root, 'AppModuleRoleMaps', 'Role').map((role) =>
        guidOf(requiredAttribute(role, 'id'), 'id of a role'),
      ),
      areas: readXmlFile(files, `AppModuleSiteMaps/${uniqueName}/AppModuleSiteMap.xml`, 'AppModuleSiteMap', (siteMap) =>
        children(requiredChild(siteMap, 'SiteMap'), 'Area').map(readArea),
      ),
    };
  });
}

function readArea(area: XmlElement): SiteMapArea {
  return { id: requiredAttribute(area, 'Id'), title: titleOf(area), groups: children(area, 'Group').map(readGroup) };
}

function readGroup(group: XmlElement): SiteMapGroup {
  return {
    id: requiredAttribute(group, 'Id'),
    title: titleOf(group),
    subAreas: children(group, 'SubArea').map(readSubArea),
  };
}

function readSubArea(subArea: XmlElement): SiteMapSubArea {
  const { Entity: table, Url: url, VectorIcon: vectorIcon } = subArea.attributes;
  const icon = webResourceOf(vectorIcon);
  return {
    id: requiredAttribute(subArea, 'Id'),
    title: titleOf(subArea),
    ...(icon && { icon }),
    ...(table && { table }),
    ...(url && { url }),
  };
}

function titleOf(element: XmlElement): string {
  return baseLabel(children(element, 'Titles', 'Title'))?.attributes['Title'] ?? '';
}
