import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { DomainError } from '@wheelhouse/kernel';

const inflate = promisify(inflateRaw);

/** Most that an archive may hold when unpacked, in bytes. */
export const MAX_UNPACKED = 48 * 1024 * 1024;
const MAX_ENTRIES = 500;

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  at: number;
}

const broken = (reason: string) => new DomainError('IMPORT.BROKEN', { reason });
const tooBig = () => new DomainError('IMPORT.UNPACKED_SIZE', { limit: MAX_UNPACKED / 1024 / 1024 });

/**
 * Unpacks a ZIP archive that nobody has looked at yet: the sizes that it declares are added up before anything is
 * unpacked, and no entry may give more than it declares, so a bomb goes off nowhere. Throws `IMPORT.UNPACKED_SIZE` or
 * `IMPORT.BROKEN`. Runs beside the event loop.
 */
export async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const entries = directoryOf(bytes);
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED) throw tooBig();
  const contents = new Map<string, Buffer>();
  for (const entry of entries) {
    if (contents.has(entry.name)) throw broken('two parts of one name');
    contents.set(entry.name, await contentOf(bytes, entry));
  }
  return contents;
}

function directoryOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) throw broken('the archive has no directory');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) throw broken(`${count} parts`);
  return Array.from({ length: count }, () => {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken('the directory is cut off');
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: Entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw broken('it is protected by a password');
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return entry;
  });
}

async function contentOf(bytes: Buffer, { name, method, packed, size, at }: Entry): Promise<Buffer> {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw broken(`${name} is missing`);
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const raw = bytes.subarray(from, from + packed);
  if (raw.length !== packed) throw broken(`${name} is cut off`);
  if (method === 0) {
    if (raw.length !== size) throw tooBig();
    return raw;
  }
  if (method !== 8) throw broken(`${name} is packed in an unknown way`);
  try {
    const content = await inflate(raw, { maxOutputLength: Math.max(size, 1) });
    if (content.length === size) return content;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooBig();
  }
  throw broken(`${name} is damaged`);
}
