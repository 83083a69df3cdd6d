import { createHash } from 'node:crypto';

/** The name space of this solution's component ids. Changing it would give every component a new identity. */
const NAME_SPACE = '8f4c0a52-1f0b-4e0e-9a53-b10b6ac4d210';

/**
 * The id of a component: a version 5 UUID of its name, so that writing it again gives the same one and two people
 * scaffolding the same component agree.
 * @param path what kind of component it is and what it belongs to, for example `('view', 'bbl_invoice', 'Invoices')`
 * @returns lower case, without braces
 */
export function componentId(...path: readonly string[]): string {
  const digest = createHash('sha1')
    .update(Buffer.from(NAME_SPACE.replaceAll('-', ''), 'hex'))
    .update(path.join('/'))
    .digest()
    .subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The same in braces, as views, forms and steps spell it. */
export const bracedId = (...path: readonly string[]): string => `{${componentId(...path)}}`;
