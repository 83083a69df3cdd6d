import { join } from 'node:path';
import { PackageError, packSolution, unpackSolution } from '@bbl/dataverse/package';
import { readSolution } from '@bbl/dataverse/solution';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { readZip, writeZip } from '../shared/zip';

const files = readSolutionFolder(join(ROOT, 'solution'));
const assembly = new Uint8Array([77, 90]);
const pack = (managed: boolean) => packSolution(files, { managed, assembly });

test('packing and unpacking gives the tree back, byte for byte', () => {
  const back = unpackSolution(readZip(writeZip(pack(true))));
  expect([...back.keys()].sort()).toEqual([...files.keys()].sort());
  const different = [...files.keys()].filter((path) => Buffer.compare(files.get(path)!, back.get(path)!) !== 0);
  expect(different).toEqual([]);
});

test('managed and unmanaged differ in solution.xml alone', () => {
  const [managed, unmanaged] = [pack(true), pack(false)];
  expect([...managed.keys()]).toEqual([...unmanaged.keys()]);
  const different = [...managed.keys()].filter(
    (name) => Buffer.compare(managed.get(name)!, unmanaged.get(name)!) !== 0,
  );
  expect(different).toEqual(['solution.xml']);
});

test('the same tree gives the same bytes', () => {
  expect(Buffer.compare(writeZip(pack(true)), writeZip(pack(true)))).toBe(0);
});

test('a packed solution reads as the same model', () => {
  expect(readSolution(unpackSolution(pack(false)))).toEqual(readSolution(files));
});

test('every part has a content type', () => {
  const parts = pack(true);
  const types = new TextDecoder().decode(parts.get('[Content_Types].xml'));
  for (const name of parts.keys()) {
    const extension = /\.([A-Za-z0-9]+)$/.exec(name.slice(name.lastIndexOf('/') + 1))?.[1];
    expect(types).toContain(extension === undefined ? `PartName="/${name}"` : `Extension="${extension}"`);
  }
});

const without = (parts: Map<string, Uint8Array>, name: string) => new Map([...parts].filter(([each]) => each !== name));
const bytes = (text: string) => new TextEncoder().encode(text);

test('a damaged or foreign package is refused with what is wrong', () => {
  expect(() => readZip(bytes('no zip'))).toThrow(PackageError);
  expect(() => unpackSolution(without(pack(true), 'customizations.xml'))).toThrow('customizations.xml: is missing');
  expect(() => unpackSolution(new Map([...pack(true), ['solution.xml', bytes('<a>')]]))).toThrow(
    'solution.xml: cannot be read',
  );
  const whole = writeZip(pack(true));
  expect(() => readZip(whole.slice(0, 5000))).toThrow(PackageError);
  const damaged = whole.slice();
  damaged.fill(0, 100_000, 100_100);
  expect(() => readZip(damaged)).toThrow(PackageError);
  const webResource = [...pack(true).keys()].find((name) => name.startsWith('WebResources/'))!;
  expect(() => unpackSolution(without(pack(true), webResource))).toThrow(`${webResource}: is missing`);
});

test('a tree that the platform would drop parts of is not packed', () => {
  const entity = 'Entities/bbl_Project/Entity.xml';
  const text = new TextDecoder().decode(files.get(entity)).replace('<SavedQueries />', '');
  expect(() => packSolution(new Map([...files, [entity, bytes(text)]]), { managed: true, assembly })).toThrow(
    '<SavedQueries />',
  );
  const list = 'Other/Relationships.xml';
  const shorter = new TextDecoder()
    .decode(files.get(list))
    .replace(/<EntityRelationship Name="bbl_invoice_actual" \/>/, '');
  expect(() => packSolution(new Map([...files, [list, bytes(shorter)]]), { managed: true, assembly })).toThrow(
    'bbl_invoice_actual',
  );
});
