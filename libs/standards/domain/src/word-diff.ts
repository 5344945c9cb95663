/** A stretch of text that stayed, went or came. */
export interface TextPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Texts with more parts than this are shown as replaced whole. */
const MOST = 1500;
/** Of the shorter text, what must have stayed; below that the text reads as replaced whole. */
const LEAST = 0.3;
/** A Chinese character, a Latin word or number, blanks, or one other sign. */
const PARTS = /\p{Script=Han}|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|\s+|[^]/gu;

/**
 * What changed from one text to another, word by word (Chinese: character by character). The parts that are the same or
 * removed give the old text, those the same or added the new one.
 */
export function diffWords(from: string, to: string): TextPart[] {
  const [old, now] = [from.match(PARTS) ?? [], to.match(PARTS) ?? []];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const parts: TextPart[] = [
    { kind: 'same', text: old.slice(0, start).join('') },
    ...(a.length > MOST || b.length > MOST ? replaced(a, b) : middle(a, b)),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ];
  const tidy = joined(inRuns(parts));
  const kept = tidy.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  const little = kept < LEAST * Math.min(from.length, to.length);
  return little && from !== to ? joined(replaced([from], [to])) : tidy;
}

const replaced = (a: string[], b: string[]): TextPart[] => [
  { kind: 'removed', text: a.join('') },
  { kind: 'added', text: b.join('') },
];

/** The longest common subsequence, read back from its table of lengths. */
function middle(a: string[], b: string[]): TextPart[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i++] ?? '' });
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: a[i++] ?? '' });
    } else parts.push({ kind: 'added', text: b[j++] ?? '' });
  }
  return parts;
}

/** What went before what came, in each place; blanks alone hold no two changes apart. */
function inRuns(parts: TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  let [gone, come] = ['', ''];
  const close = () => {
    result.push({ kind: 'removed', text: gone }, { kind: 'added', text: come });
    [gone, come] = ['', ''];
  };
  parts.forEach(({ kind, text }, i) => {
    const between = kind === 'same' && gone + come !== '' && parts.slice(i + 1).find((next) => next.text !== '');
    if (kind === 'same' && !(between && between.kind !== 'same' && text.trim() === '')) {
      close();
      result.push({ kind, text });
      return;
    }
    if (kind !== 'added') gone += text;
    if (kind !== 'removed') come += text;
  });
  close();
  return result;
}

function joined(parts: TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  for (const { kind, text } of parts) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
