import { join } from 'node:path';
import { PackageError, packSolution, unpackSolution } from '@bbl/dataverse/package';
import { element, isElement, parseXml, type XmlElement } from '@bbl/dataverse/xmlTree';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { readZip, writeZip } from '../shared/zip';
import { bringHome } from './bringHome';

const files = readSolutionFolder(join(ROOT, 'solution'));
const parts = packSolution(files, { managed: false, assembly: new Uint8Array([77, 90]) });
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** A package as an organisation would write it: everything on one line, attributes in another order, CRLF after the declaration. */
function exported(change: (customizations: XmlElement) => XmlElement = (root) => root): Map<string, Uint8Array> {
  const asExporter = (name: string, edit: (root: XmlElement) => XmlElement): Uint8Array => {
    const root = edit(parseXml(decode(parts.get(name))));
    return new TextEncoder().encode(`\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n${oneLine(root)}`);
  };
  const zip = writeZip(
    new Map([
      ...parts,
      ['solution.xml', asExporter('solution.xml', (root) => root)],
      ['customizations.xml', asExporter('customizations.xml', change)],
    ]),
  );
  return unpackSolution(readZip(zip));
}

function oneLine({ name, attributes, children }: XmlElement): string {
  const escape = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#xA;');
  const written = Object.entries(attributes)
    .reverse()
    .map(([key, value]) => ` ${key}="${escape(value)}"`);
  const ordered = name === 'attributes' ? [...children].reverse() : children;
  const body = ordered.map((child) => (isElement(child) ? oneLine(child) : escape(child)));
  return `<${name}${written.join('')}>${body.join('')}</${name}>`;
}

/** The same tree with every element changed that `edit` changes. */
const edited = (root: XmlElement, edit: (element: XmlElement) => XmlElement): XmlElement => {
  const children = root.children.map((child) => (isElement(child) ? edited(child, edit) : child));
  return edit({ ...root, children });
};

test('what an organisation writes in its own way changes nothing', () => {
  const { written, removed } = bringHome(files, exported());
  expect([...written.keys()]).toEqual([]);
  expect(removed).toEqual([]);
});

test('a new view and a changed label change those two files, and of them only what is new', () => {
  const viewId = '{5d3c1a52-8c0f-4f0e-9d1b-2f8e6c7a9b10}';
  const unpacked = exported((root) =>
    edited(root, (node) => {
      if (node.name === 'savedqueries' && JSON.stringify(node).includes('"Fixed Price Milestones"')) {
        return {
          ...node,
          children: [...node.children, ...node.children.slice(0, 1).filter(isElement).map(copyOf(viewId))],
        };
      }
      const isLabel = node.name === 'displayname' && node.attributes['description'] === 'Requested Delivery Date';
      return isLabel ? element(node.name, { ...node.attributes, description: 'Wanted on' }) : node;
    }),
  );
  const { written, removed } = bringHome(files, unpacked);
  const contract = 'Entities/bbl_Contract/Entity.xml';
  const line = 'Entities/bbl_ContractLine/Entity.xml';
  expect([...written.keys()].sort()).toEqual(
    [contract, line, `Entities/bbl_MilestoneSplit/SavedQueries/${viewId}.xml`].sort(),
  );
  expect(removed).toEqual([]);
  expect(changedLines(contract, written)).toEqual(1);
  expect(changedLines(line, written)).toEqual(1);
});

function changedLines(path: string, written: ReadonlyMap<string, Uint8Array>): number {
  const before = decode(files.get(path)).split('\n');
  const after = decode(written.get(path)).split('\n');
  expect(after).toHaveLength(before.length);
  return after.filter((text, index) => text !== before[index]).length;
}

const copyOf =
  (id: string) =>
  (view: XmlElement): XmlElement =>
    edited(view, (node) => (node.name === 'savedqueryid' ? element(node.name, {}, [id]) : node));

test('a view that a maker deleted is taken out', () => {
  const unpacked = exported((root) =>
    edited(root, (node) =>
      node.name === 'savedqueries'
        ? {
            ...node,
            children: node.children.filter((view) => !JSON.stringify(view).includes('"Product Billing Backlog"')),
          }
        : node,
    ),
  );
  const { written, removed } = bringHome(files, unpacked);
  expect([...written.keys()]).toEqual([]);
  expect(removed).toHaveLength(1);
  expect(decode(files.get(removed[0] ?? ''))).toContain('Product Billing Backlog');
});

test('a part that leads out of the folder is refused', () => {
  const foreign = new Map([...parts, ['customapis/../../outside.xml', new Uint8Array()]]);
  expect(() => unpackSolution(foreign)).toThrow(PackageError);
});
