import type { EnvironmentVariableMetadata, SolutionFiles } from '../metadata';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { child, childText, requiredAttribute, requiredText, type XmlElement } from './xml';

/** Types by their number (platform.md 1.21); data sources and secrets are not used. */
const TYPES: { readonly [type: string]: EnvironmentVariableMetadata['type'] } = {
  '100000000': 'string',
  '100000001': 'number',
  '100000002': 'boolean',
  '100000003': 'json',
};

const FILE = /^environmentvariabledefinitions\/[^/]+\/environmentvariabledefinition\.xml$/;

/** Environment variables with their defaults; values are data of an organisation, not of the solution. */
export function readEnvironmentVariables(files: SolutionFiles): EnvironmentVariableMetadata[] {
  return readXmlFiles(files, FILE, 'environmentvariabledefinition', (root) => ({
    schemaName: requiredAttribute(root, 'schemaname'),
    displayName: child(root, 'displayname')?.attributes['default'] ?? '',
    description: child(root, 'description')?.attributes['default'] ?? '',
    type: readType(root),
    defaultValue: childText(root, 'defaultvalue') ?? null,
  }));
}

function readType(definition: XmlElement): EnvironmentVariableMetadata['type'] {
  const text = requiredText(definition, 'type');
  const type = TYPES[text];
  if (!type) throw new ShapeError(`<type> is '${text}', expected one of ${Object.keys(TYPES).join(', ')}`);
  return type;
}
