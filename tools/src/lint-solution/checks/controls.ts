import { gzipSync } from 'node:zlib';
import { child, children, childText, parseXml, type XmlElement } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, documentsLike, type LintSubject } from '../subject';

const otherName = rule(
  'control-folders',
  'Name folder, metadata and manifest alike: <prefix>_<namespace>.<constructor>.',
);
const noPart = rule('control-parts', 'Run npm run build: the control does not load without what its manifest names.');
const otherKind = rule('control-kinds', 'Build a virtual control for the platform\u2019s React and Fluent UI.');

const tooLarge = rule('control-size', 'Leave out what the platform brings, and what this control does not need.');

/** design.md, budgets: what a person on a slow line waits for before the first row. */
const BUNDLE_MAX_KB = 25;

/** Code components are whole and small: metadata, manifest and every file that the manifest names (platform.md 1.18, 2.2). */
export const checkControls: Check = (subject) =>
  documentsLike(subject, /^Controls\/([^/]+)\/ControlManifest\.xml\.data\.xml$/).flatMap(
    ({ path, root, groups: [folder = ''] }) => {
      const expected = `/Controls/${folder}/ControlManifest.xml`;
      return [
        ...(childText(root, 'Name') === folder && childText(root, 'FileName') === expected
          ? []
          : [otherName(path, `the folder is ${folder}, the control another`)]),
        ...checkManifest(subject, folder),
        ...checkSize(subject, folder),
      ];
    },
  );

function checkManifest({ files, model }: LintSubject, folder: string): Finding[] {
  const path = `Controls/${folder}/ControlManifest.xml`;
  const content = files.get(path);
  if (!content) return [noPart(path, 'it is missing')];
  const control = child(parseXml(content), 'control');
  const { namespace = '', constructor: ctor = '', 'control-type': kind } = attributesOf(control);
  const resources = control && child(control, 'resources');
  const named = (resources?.children ?? []).filter(({ name }) => name !== 'platform-library');
  return [
    ...(`${model.publisher.prefix}_${namespace}.${ctor}` === folder
      ? []
      : [otherName(path, `the control is ${namespace}.${ctor}`)]),
    ...(kind === 'virtual' ? [] : [otherKind(path, `its type is ${kind ?? 'missing'}`)]),
    ...named
      .map(({ attributes }) => `Controls/${folder}/${attributes['path'] ?? ''}`)
      .filter((file) => !files.has(file))
      .map((file) => noPart(path, `${file} is missing`)),
    ...(named.some(({ name, attributes }) => name === 'code' && attributes['path'] === 'bundle.js')
      ? []
      : [noPart(path, 'it names no bundle.js')]),
  ];
}

function checkSize({ files }: LintSubject, folder: string): Finding[] {
  const path = `Controls/${folder}/bundle.js`;
  const sizeKb = Math.ceil(gzipSync(files.get(path) ?? '').length / 1024);
  return sizeKb <= BUNDLE_MAX_KB ? [] : [tooLarge(path, `${sizeKb} KB with gzip, ${BUNDLE_MAX_KB} at the most`)];
}

const attributesOf = (element: XmlElement | undefined): { readonly [name: string]: string | undefined } =>
  element ? { constructor: undefined, ...element.attributes } : { constructor: undefined };

/** What a binding may name: the manifest's properties and data sets. Undefined where there is no manifest. */
export function bindableNames({ files }: LintSubject, control: string): readonly string[] | undefined {
  const content = files.get(`Controls/${control}/ControlManifest.xml`);
  const manifest = content && child(parseXml(content), 'control');
  if (!manifest) return undefined;
  const dataSets = children(manifest, 'data-set');
  return [
    ...children(manifest, 'property'),
    ...dataSets,
    ...dataSets.flatMap((set) => children(set, 'property-set')),
  ].map(({ attributes }) => attributes['name'] ?? '');
}
