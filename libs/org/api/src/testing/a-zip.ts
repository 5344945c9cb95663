import { crc32, deflateRawSync } from 'node:zlib';

/** An archive of parts: name and content, or name, packed content and the size that is declared for it. */
export function aZip(parts: readonly ([string, Buffer] | [string, Buffer, number])[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content, declared] of parts) {
    const packed = declared === undefined ? deflateRawSync(content) : content;
    const sizes = [declared === undefined ? crc32(content) : 0, packed.length, declared ?? content.length];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    sizes.forEach((size, i) => local.writeUInt32LE(size, 14 + 4 * i));
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    sizes.forEach((size, i) => entry.writeUInt32LE(size, 16 + 4 * i));
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
