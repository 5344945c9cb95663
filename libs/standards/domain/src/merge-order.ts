/** Whether the ids that both lists hold stand in another order. */
function reordered(from: readonly string[], to: readonly string[]): boolean {
  const [inFrom, inTo] = [new Set(from), new Set(to)];
  const [before, after] = [from.filter((id) => inTo.has(id)), to.filter((id) => inFrom.has(id))];
  return before.some((id, i) => id !== after[i]);
}

/** Whether both sides changed the order of what all three hold, each in its own way. */
export function ordersCollide(base: readonly string[], mine: readonly string[], theirs: readonly string[]): boolean {
  return reordered(base, mine) && reordered(base, theirs) && reordered(mine, theirs);
}

/**
 * One order out of two that began as `base`, of exactly the `members`. The side that reordered gives the order (`prefer`
 * when both did); what only the other side holds comes after the neighbour that it has there.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  members: ReadonlySet<string>,
  prefer: 'mine' | 'theirs' = 'mine',
): string[] {
  const moved = { mine: reordered(base, mine), theirs: reordered(base, theirs) };
  const leading = moved.mine && moved.theirs ? prefer : moved.mine ? 'mine' : 'theirs';
  const [lead, other] = leading === 'mine' ? [mine, theirs] : [theirs, mine];
  const merged = lead.filter((id) => members.has(id));
  const placed = new Set(merged);
  let neighbour: string | undefined;
  for (const id of other) {
    if (!members.has(id)) continue;
    if (!placed.has(id)) {
      merged.splice(neighbour === undefined ? 0 : merged.indexOf(neighbour) + 1, 0, id);
      placed.add(id);
    }
    neighbour = id;
  }
  for (const id of members) if (!placed.has(id)) merged.push(id);
  return merged;
}
