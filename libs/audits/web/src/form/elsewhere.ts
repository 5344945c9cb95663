import { sameContent } from '@wheelhouse/audits-domain';
import type { Answers } from '@wheelhouse/contracts';

/** Items whose answers differ, one that only one side has too. */
export function changedIds(before: Answers, after: Answers): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (id) => !sameContent(before[id] ?? null, after[id] ?? null),
  );
}
