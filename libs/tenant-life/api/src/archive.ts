import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive; its content is asked for when its turn comes. */
export interface ArchiveFile {
  name: string;
  content: () => AsyncIterable<Buffer | string>;
}

export interface WrittenFile {
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * A ZIP of `files`, in pieces of `pieceBytes`, as they come to be: neither the archive nor a file is ever held whole. The
 * last file is `manifest.json`, made by `manifest` of the sizes and sums of all before it.
 */
export async function* zipOf(
  files: ArchiveFile[],
  manifest: (written: WrittenFile[]) => unknown,
  at: Date,
  pieceBytes: number,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const written: WrittenFile[] = [];
  for (const file of files)
    zip.addReadStreamLazy(file.name, { mtime: at }, (take) => take(null, measured(file, written)));
  zip.addReadStreamLazy('manifest.json', { mtime: at }, (take) =>
    take(null, Readable.from([`${JSON.stringify(manifest(written), null, 2)}\n`])),
  );
  zip.end();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of output as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

function measured(file: ArchiveFile, written: WrittenFile[]): Readable {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of file.content()) {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(buffer);
      bytes += buffer.length;
      yield buffer;
    }
    written.push({ name: file.name, bytes, sha256: hash.digest('hex') });
  }
  return Readable.from(pieces(), { objectMode: false });
}
