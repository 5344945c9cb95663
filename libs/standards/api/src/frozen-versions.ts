import type { StandardBody } from '@wheelhouse/contracts';
import { type AnswerCheck, compileAnswerCheck } from '@wheelhouse/standards-domain';

/** What never changes again about a published version: its body (deeply frozen) and the check compiled from it. */
export interface FrozenVersion {
  body: StandardBody;
  checkAnswers: AnswerCheck;
}

/**
 * The published versions used last, in this process. Only what is immutable is kept (whether a version is retired
 * meanwhile is not), so no other process has to be told. The least recently used one goes first.
 */
export class FrozenVersions {
  private readonly kept = new Map<string, FrozenVersion>();

  constructor(private readonly capacity: number) {}

  get(key: string): FrozenVersion | undefined {
    const found = this.kept.get(key);
    if (found) {
      this.kept.delete(key);
      this.kept.set(key, found);
    }
    return found;
  }

  /** Freezes a body, compiles its check and keeps both. */
  keep(key: string, body: StandardBody): FrozenVersion {
    const frozen = { body: deepFreeze(body), checkAnswers: compileAnswerCheck(body) };
    this.kept.set(key, frozen);
    const oldest = this.kept.keys().next();
    if (this.kept.size > this.capacity && !oldest.done) this.kept.delete(oldest.value);
    return frozen;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
