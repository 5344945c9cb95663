import { DomainError } from '@wheelhouse/kernel';

/**
 * Reads the bytes of a text file in the encoding that it is in: UTF-8 or UTF-16, with or without a byte-order mark, or
 * GB18030, which is what a Chinese Excel writes as CSV. Throws `IMPORT.ENCODING` when none fits throughout, and
 * `IMPORT.MISMATCH` for what is no text at all.
 */
export function textOf(bytes: Uint8Array): string {
  const text = marked(bytes) ?? unmarked(bytes);
  if (!isText(text)) throw new DomainError('IMPORT.MISMATCH', { declared: 'CSV' });
  return text;
}

function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return strictly('utf-8', bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes);
  return null;
}

function unmarked(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide) return strictly(wide, bytes);
  try {
    return strictly('utf-8', bytes);
  } catch {
    const text = strictly('gb18030', bytes);
    // Bytes of another encoding also have a meaning here, but hardly ever one without private characters.
    if (/[\ufffd\ue000-\uf8ff]/.test(text)) throw new DomainError('IMPORT.ENCODING');
    return text;
  }
}

/** UTF-16 without a mark shows by the zeros beside the separators and line ends, always on the same side. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 2_000);
  let [even, odd] = [0, 0];
  head.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  if (odd > head.length / 20 && even === 0) return 'utf-16le';
  if (even > head.length / 20 && odd === 0) return 'utf-16be';
  return null;
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('IMPORT.ENCODING');
  }
}

/** A stray control character is a mistake in a cell; a file full of them, or with zeros, is something else. */
function isText(text: string): boolean {
  if (text.includes('\0')) return false;

  const controls = text.slice(0, 100_000).match(/[\u0001-\u0008\u000b\u000c\u000e-\u001f]/g)?.length ?? 0;
  return controls <= 5 + Math.min(text.length, 100_000) / 100;
}
