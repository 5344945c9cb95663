import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserStore } from './change-store.js';

const changes = (note: string) => ({ answers: { a: { note } as never } });

describe('what is not acknowledged yet, in this browser', () => {
  const kept = new Map<string, string>();
  const setItem = vi.fn((key: string, value: string) => void kept.set(key, value));
  const page = new EventTarget();
  const before = { ...globalThis };

  beforeEach(() => {
    vi.useFakeTimers();
    kept.clear();
    setItem.mockClear();
    Object.assign(globalThis, {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem,
        removeItem: (key: string) => kept.delete(key),
      },
      document: new EventTarget(),
      addEventListener: page.addEventListener.bind(page),
      removeEventListener: page.removeEventListener.bind(page),
    });
  });
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
    for (const name of ['localStorage', 'document', 'addEventListener', 'removeEventListener'])
      if (!(name in before)) Reflect.deleteProperty(globalThis, name);
  });

  it('is written once for a burst of keys', () => {
    const store = browserStore('m', 'one');
    for (const note of ['h', 'he', 'hel']) store.keep(changes(note));
    expect(setItem).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(setItem).toHaveBeenCalledTimes(1);
    expect(store.load()).toEqual(changes('hel'));
  });

  it.each([
    ['left', () => page.dispatchEvent(new Event('pagehide'))],
    ['hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('is written at once when the page is %s', (_, happens) => {
    browserStore('m', 'one').keep(changes('hel'));
    happens();
    expect(setItem).toHaveBeenCalledTimes(1);
  });

  it('is seen by whoever opens the audit again before it was written', () => {
    browserStore('m', 'one').keep(changes('hel'));
    expect(browserStore('m', 'one').load()).toEqual(changes('hel'));
  });

  it('does not come back once it is cleared', () => {
    const store = browserStore('m', 'one');
    store.keep(changes('hel'));
    store.clear();
    vi.advanceTimersByTime(1_000);
    expect(store.load()).toBeNull();
  });
});
