import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StandardBody } from '@wheelhouse/contracts';
import { DraftSaver, type DraftState, type DraftStore, type KeptDraft } from './draft-saver.js';

const at = new Date('2026-11-22T10:42:00Z');
const body = (name: string) => ({ name: { en: name, zh: name } }) as StandardBody;

type Sent = Pick<KeptDraft, 'revision' | 'body'>;

function aSaver(save: (draft: Sent) => Promise<number>) {
  const states: DraftState[] = [];
  const kept: { draft: KeptDraft | null } = { draft: null };
  const store: DraftStore = {
    load: () => kept.draft,
    keep: (draft) => {
      kept.draft = draft;
      return true;
    },
    clear: () => (kept.draft = null),
  };
  const kindOf = (error: unknown) =>
    error instanceof Error ? (error.message as 'retry' | 'stale' | 'refused') : 'refused';
  const saver = new DraftSaver({
    save,
    kindOf,
    store,
    revision: 3,
    base: body('base'),
    onState: (state) => states.push(state),
    now: () => at,
  });
  return { saver, states, kept };
}

describe('DraftSaver', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves the newest text once it is quiet, each time on the revision before', async () => {
    let revision = 3;
    const save = vi.fn(async (_: Sent) => ++revision);
    const { saver, states, kept } = aSaver(save);
    saver.change(body('a'));
    saver.change(body('b'));
    saver.keep();
    expect(kept.draft).toEqual({ revision: 3, base: body('base'), body: body('b') });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save.mock.calls).toEqual([[{ revision: 3, body: body('b') }]]);
    expect(states.at(-1)).toEqual({ kind: 'saved', at });
    expect(kept.draft).toBeNull();
    saver.change(body('c'));
    await saver.flush();
    expect(save).toHaveBeenLastCalledWith({ revision: 4, body: body('c') });
  });

  it('keeps trying without a connection', async () => {
    let online = false;
    const save = vi.fn(async (_: Sent) => {
      if (!online) throw new Error('retry');
      return 4;
    });
    const { saver, states, kept } = aSaver(save);
    saver.change(body('a'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toEqual({ kind: 'waiting', kept: true });
    expect(kept.draft?.body).toEqual(body('a'));
    online = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states.at(-1)).toEqual({ kind: 'saved', at });
  });

  it('overwrites nothing when somebody else saved, until told which text goes on', async () => {
    const save = vi.fn(async ({ revision }: Sent) => {
      if (revision < 7) throw new Error('stale');
      return revision + 1;
    });
    const { saver, states, kept } = aSaver(save);
    saver.change(body('mine'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toEqual({ kind: 'stale' });
    saver.change(body('mine, more'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(kept.draft).toEqual({ revision: 3, base: body('base'), body: body('mine, more') });
    await saver.resume(7, body('theirs'));
    expect(save).toHaveBeenLastCalledWith({ revision: 7, body: body('mine, more') });
    expect(states.at(-1)).toEqual({ kind: 'saved', at });
  });

  it('stays with a refusal until the text changes', async () => {
    const save = vi.fn(async (_: Sent): Promise<number> => {
      throw new Error('refused');
    });
    const { saver, states } = aSaver(save);
    saver.change(body('a'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(states.at(-1)?.kind).toBe('refused');
    save.mockImplementation(async () => 4);
    saver.change(body('b'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)?.kind).toBe('saved');
  });
});
