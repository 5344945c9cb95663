/** Matches shown at most. */
const MOST = 500;

/** Every place below `root` where the text reads `words`, upper and lower case alike. */
export function findRanges(root: Node, words: string): Range[] {
  const sought = words.trim().toLowerCase();
  if (sought === '') return [];
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) => {
    const holder = node.parentElement;
    const hidden = holder === null || holder.closest('.wh-sr, option, textarea, [aria-hidden="true"]') !== null;
    return hidden ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node && ranges.length < MOST; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase();
    if (text.length !== (node.nodeValue ?? '').length) continue;
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      ranges.push(range);
    }
  }
  return ranges;
}
