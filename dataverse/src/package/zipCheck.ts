import { PackageError, type PackageFiles } from './layout';

declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Signatures and places of the zip format. */
const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const CRC_POLYNOMIAL = 0xedb88320;

/**
 * Compares the parts with the checksums in the zip's own directory: unzipping alone does not notice damaged bytes.
 * @throws PackageError naming the damaged part.
 */
export function checkZip(zip: Uint8Array, parts: PackageFiles): void {
  for (const { name, crc } of entriesOf(zip)) {
    const bytes = parts.get(name);
    if (bytes && crc32(bytes) !== crc) throw new PackageError(name, 'is damaged: its checksum is another');
  }
}

function* entriesOf(zip: Uint8Array): Generator<{ readonly name: string; readonly crc: number }> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + ENTRY_BYTES > zip.length || view.getUint32(at, true) !== ENTRY) throw noZip();
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    yield { name, crc: view.getUint32(at + 16, true) };
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** The last record; a comment may follow it. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - END_BYTES; at >= 0; at--) if (view.getUint32(at, true) === END) return at;
  throw noZip();
}

const noZip = (): PackageError => new PackageError('the package', 'is no zip file');

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CRC_POLYNOMIAL : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
