import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure, explainFileError } from './failure.mjs';

const MANIFEST = 'manifest.json';
const SAFE = /^[\w.-]+(\/[\w.-]+)*$/;

/** Writes a zip file entry by entry, of any size, and remembers each entry's size and SHA-256. */
export class ArchiveWriter {
  static async create(file) {
    const { ZipFile } = await import('yazl');
    return new ArchiveWriter(new ZipFile(), file);
  }

  constructor(zip, file) {
    this.zip = zip;
    this.entries = [];
    this.written = pipeline(zip.outputStream, fs.createWriteStream(file, { mode: 0o600, flush: true })).catch(
      (error) => {
        throw new Failure(`${explainFileError(error, file)}.`);
      },
    );
    this.written.catch(() => undefined);
  }

  /** Adds what a file holds while it is read. False when it is gone meanwhile. */
  async addFile(name, file) {
    let handle;
    try {
      handle = await fs.promises.open(file, 'r');
    } catch (error) {
      if (error.code === 'ENOENT') return false;
      throw new Failure(`${explainFileError(error, file)}.`);
    }
    const { mode } = await handle.stat();
    const sum = summing();
    const into = new Promise((resolve, reject) => {
      const source = handle.createReadStream();
      source.on('error', reject);
      sum.on('error', reject);
      sum.on('end', resolve);
      source.pipe(sum);
    });
    this.zip.addReadStream(sum, name, { mode, compressionLevel: 1, forceZip64Format: true });
    await Promise.race([into, this.written]);
    this.entries.push({ path: name, ...sum.result() });
    return true;
  }

  addText(name, text) {
    const bytes = Buffer.from(text);
    this.zip.addBuffer(bytes, name, { mode: 0o100600 });
    this.entries.push({ path: name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  }

  /** Ends the archive with its manifest; resolves when all of it is on disk. */
  async finish(facts) {
    this.zip.addBuffer(Buffer.from(JSON.stringify({ ...facts, entries: this.entries })), MANIFEST);
    this.zip.end({ forceZip64Format: true });
    await this.written;
  }
}

/** Reads the manifest of an archive. Throws a Failure when it is none of ours. */
export async function readManifest(file) {
  const zip = await open(file);
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== MANIFEST) continue;
      const chunks = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
      return JSON.parse(Buffer.concat(chunks).toString('utf8'));
    }
  } catch (error) {
    throw new Failure(`${file} cannot be read (${error.message}): it is damaged.`);
  } finally {
    zip.close();
  }
  throw new Failure(`${file} is not a backup of Wheelhouse: it has no manifest.`);
}

/** Unpacks every entry of the manifest below `folder` and compares size and SHA-256. Throws a Failure at the first difference. */
export async function extract(file, { entries }, folder) {
  const missing = new Map(entries.map((entry) => [entry.path, entry]));
  const zip = await open(file);
  try {
    for await (const entry of zip.eachEntry()) {
      const expected = missing.get(entry.fileName);
      if (!expected) continue;
      if (!SAFE.test(expected.path) || expected.path.split('/').includes('..'))
        throw new Error(`bad name ${expected.path}`);
      const target = path.join(folder, expected.path);
      fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
      const sum = summing();
      await pipeline(await zip.openReadStreamPromise(entry), sum, fs.createWriteStream(target, { mode: 0o600 }));
      const { size, sha256 } = sum.result();
      if (size !== expected.size || sha256 !== expected.sha256)
        throw new Error(`${expected.path} is not what was saved`);
      missing.delete(entry.fileName);
    }
  } catch (error) {
    // What the system refuses says nothing of the file: a full disk is not a damaged backup.
    if (error.syscall === 'write' || error.path) throw new Failure(`${explainFileError(error, error.path ?? folder)}.`);
    throw new Failure(`${file} is damaged (${error.message}).`);
  } finally {
    zip.close();
  }
  if (missing.size > 0) throw new Failure(`${file} is damaged: it lacks ${[...missing.keys()][0]}.`);
}

async function open(file) {
  const yauzl = await import('yauzl');
  try {
    return await yauzl.openPromise(file, { autoClose: false, lazyEntries: true });
  } catch (error) {
    const why = error.code
      ? explainFileError(error, file)
      : `${file} is not a backup of Wheelhouse, or damaged (${error.message})`;
    throw new Failure(error.code === 'ENOENT' ? `There is no file ${file}.` : `${why}.`);
  }
}

function summing() {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk, _, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return Object.assign(stream, { result: () => ({ size, sha256: hash.digest('hex') }) });
}
