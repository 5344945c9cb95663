import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SaveQueue, countChanges, type Changes, type ChangeStore, type SaveState } from './save-queue.js';

class Offline extends Error {}
const at = new Date('2026-11-22T10:42:00Z');

function memory(initial: Changes | null = null): ChangeStore & { kept: Changes | null } {
  const store = {
    kept: initial,
    load: () => store.kept,
    keep: (changes: Changes) => {
      store.kept = structuredClone(changes);
    },
    clear: () => {
      store.kept = null;
    },
  };
  return store;
}

function aQueue(send: (changes: Changes) => Promise<Record<string, object> | undefined>, store = memory()) {
  const states: SaveState[] = [];
  const queue = new SaveQueue({
    send,
    retryable: (error) => error instanceof Offline,
    store,
    onState: (state) => states.push(state),
    now: () => at,
  });
  return { queue, states, store };
}

describe('SaveQueue', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gathers changes and sends the newest of each answer once', async () => {
    const send = vi.fn(async (_: Changes) => undefined);
    const { queue, states, store } = aQueue(send);
    queue.change({ answers: { a: { value: true } } });
    queue.change({ answers: { a: { value: false }, b: null } });
    expect(store.kept?.answers).toEqual({ a: { value: false }, b: null });
    await vi.advanceTimersByTimeAsync(600);
    expect(send.mock.calls).toEqual([[{ answers: { a: { value: false }, b: null } }]]);
    expect(store.kept).toBeNull();
    expect(states.at(-1)).toEqual({ kind: 'saved', at });
  });

  it('keeps what changed while a request was under way', async () => {
    let answer = () => {};
    const send = vi.fn((_: Changes) => new Promise<undefined>((resolve) => (answer = () => resolve(undefined))));
    const { queue, store } = aQueue(send);
    queue.change({ answers: { a: { value: 1 }, b: { value: 2 } } });
    await vi.advanceTimersByTimeAsync(600);
    queue.change({ answers: { a: { value: 3 } } });
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.kept).toEqual({ answers: { a: { value: 3 } }, before: { a: { value: 1 } } });
    await vi.advanceTimersByTimeAsync(600);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenCalledTimes(2);
    expect(store.kept).toBeNull();
  });

  it('waits without a connection, tries again with growing pauses, and loses nothing', async () => {
    let online = false;
    const send = vi.fn(async (_: Changes) => {
      if (!online) throw new Offline();
      return undefined;
    });
    const { queue, states, store } = aQueue(send);
    queue.change({ answers: { a: { value: 1 } }, visitDate: '2026-11-22' });
    await vi.advanceTimersByTimeAsync(600);
    expect(states.at(-1)).toEqual({ kind: 'waiting', count: 2 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(send).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(send).toHaveBeenCalledTimes(2);
    expect(store.kept?.answers).toEqual({ a: { value: 1 } });
    online = true;
    await queue.flush();
    expect(states.at(-1)).toEqual({ kind: 'saved', at });
    expect(store.kept).toBeNull();
  });

  it('stops after a refusal, keeps the changes, and tries again when something changes', async () => {
    const refusal = new Error('409');
    const send = vi.fn(async (_: Changes): Promise<undefined> => {
      throw refusal;
    });
    const { queue, states, store } = aQueue(send);
    queue.change({ answers: { a: { value: 1 } } });
    await vi.advanceTimersByTimeAsync(600);
    expect(states.at(-1)).toEqual({ kind: 'refused', count: 1, error: refusal });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(send).toHaveBeenCalledTimes(1);
    expect(store.kept?.answers).toEqual({ a: { value: 1 } });
    send.mockImplementation(async () => undefined);
    queue.change({ answers: { b: { value: 2 } } });
    await vi.advanceTimersByTimeAsync(600);
    expect(send).toHaveBeenLastCalledWith({ answers: { a: { value: 1 }, b: { value: 2 } } });
    expect(store.kept).toBeNull();
  });

  it('takes up after a reload what was not acknowledged', async () => {
    const send = vi.fn(async (_: Changes) => undefined);
    const { queue, store } = aQueue(send, memory({ answers: { a: { value: true } } }));
    expect(countChanges(queue.waiting)).toBe(1);
    await queue.flush();
    expect(send).toHaveBeenCalledWith({ answers: { a: { value: true } } });
    expect(store.kept).toBeNull();
  });

  it('holds what another device changed meanwhile, over a reload too, until somebody decides', async () => {
    const [mine, theirs] = [{ value: false }, { value: true }];
    const send = vi.fn(async (_: Changes): Promise<Record<string, object>> => ({ a: theirs }));
    const { queue, states, store } = aQueue(send);
    queue.change({ answers: { a: mine, b: mine }, before: { a: null, b: null } });
    await queue.flush();
    expect(store.kept).toEqual({ answers: {}, held: { a: mine } });
    expect(states.at(-1)).toEqual({ kind: 'saved', at });
    const later = aQueue(
      vi.fn(async (_: Changes) => undefined),
      store,
    );
    expect(later.queue.waiting.held).toEqual({ a: mine });
    later.queue.change({ answers: { a: mine }, before: { a: theirs } });
    await later.queue.flush();
    expect(store.kept).toBeNull();
    queue.drop('a');
    expect(queue.waiting).toEqual({ answers: {} });
  });

  it('believes what it sent itself when an answer changes again meanwhile', async () => {
    let answer = () => {};
    const send = vi.fn((_: Changes) => new Promise<undefined>((resolve) => (answer = () => resolve(undefined))));
    const { queue } = aQueue(send);
    queue.change({ answers: { a: { value: 1 } }, before: { a: null } });
    await vi.advanceTimersByTimeAsync(600);
    queue.change({ answers: { a: { value: 2 } }, before: { a: null } });
    answer();
    await vi.advanceTimersByTimeAsync(600);
    expect(send).toHaveBeenLastCalledWith({ answers: { a: { value: 2 } }, before: { a: { value: 1 } } });
    answer();
  });

  it('forgets what waits once the audit is submitted', async () => {
    const send = vi.fn(async (_: Changes) => undefined);
    const { queue, store } = aQueue(send);
    queue.change({ answers: { a: { value: true } } });
    await queue.close(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(send).not.toHaveBeenCalled();
    expect(store.kept).toBeNull();
  });
});
