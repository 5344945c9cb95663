/** A line as it was read: somebody to invite, or what is wrong with it. `line` counts from 1, empty lines too. */
export type ReadLine =
  | { line: number; name: string; email: string; wrong?: undefined }
  | { line: number; text: string; wrong: 'name' | 'email' | 'long' | 'twice' };

const NAME_MOST = 100;
const EMAIL_MOST = 200;

/**
 * Reads `name, e-mail` from lines that were typed or copied from a sheet (tabs between its cells). The cell with an @ is
 * the e-mail, whichever comes first; `Li Wei <li@example.com>` is read too.
 */
export function readPeople(text: string): ReadLine[] {
  const seen = new Set<string>();
  return text.split(/\r\n|\r|\n/).flatMap((raw, i): ReadLine[] => {
    const line = i + 1;
    const cells = cellsOf(raw);
    if (cells.length === 0) return [];
    const at = cells.findIndex((cell) => cell.includes('@'));
    const email = cells[at] ?? '';
    const name = cells.filter((_, n) => n !== at).join(' ');
    const wrong = (what: Extract<ReadLine, { text: string }>['wrong']): ReadLine[] => [
      { line, text: raw.trim(), wrong: what },
    ];
    if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) return wrong('email');
    if (name === '') return wrong('name');
    if (name.length > NAME_MOST || email.length > EMAIL_MOST) return wrong('long');
    if (seen.has(email.toLowerCase())) return wrong('twice');
    seen.add(email.toLowerCase());
    return [{ line, name, email }];
  });
}

/** The cells of a line that hold something: between tabs, else between commas and semicolons of either script. */
function cellsOf(raw: string): string[] {
  const plain = raw.replace(/[<>＜＞]/g, ',');
  return plain
    .split(plain.includes('\t') ? '\t' : /[,;，；]/)
    .map((cell) => cell.replace(/^[\s",]+|[\s",]+$/g, ''))
    .filter(Boolean);
}
