/**
 * How well something called `words` goes by what is typed, 0–1: every typed word must stand in it; a name that begins with
 * it comes first, then a word that does, then the middle of a word.
 */
export function matching(sought: string, words: string[]): number {
  const wanted = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const names = words.map((word) => word.toLowerCase());
  const text = names.join('\n');
  const first = wanted[0];
  if (first === undefined) return 1;
  if (!wanted.every((word) => text.includes(word))) return 0;
  if (names.some((name) => name.startsWith(first))) return 1;
  return text.includes(` ${first}`) ? 0.8 : 0.6;
}
