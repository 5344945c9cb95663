import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { redo, startHistory, step, undo, type History } from './history.js';

const after = (history: History<string>, ...steps: [string, number, string?][]) =>
  steps.reduce((old, [next, at, about]) => step(old, next, at, about), history);

describe('history of a draft', () => {
  it('takes typing in one field back as one step, and each pause and field as another', () => {
    const typed = after(
      startHistory(''),
      ['a', 0, 'en'],
      ['ab', 500, 'en'],
      ['abc', 4_000, 'en'],
      ['abc!', 4_100, 'zh'],
    );
    expect(undo(typed).now).toBe('abc');
    expect(undo(undo(typed)).now).toBe('ab');
    expect(undo(undo(undo(typed))).now).toBe('');
    expect(redo(undo(typed))).toMatchObject({ now: 'abc!', future: [] });
  });

  it('forgets what was taken back once something new is written', () => {
    const history = step(undo(after(startHistory(''), ['a', 0], ['b', 1])), 'c', 2);
    expect(redo(history)).toBe(history);
    expect(undo(history).now).toBe('a');
  });

  it('goes all the way back and forth', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), (texts) => {
        const start = startHistory('start');
        const done = texts.reduce((history, text, i) => step(history, `${i}${text}`, i), start);
        const back = texts.reduce((history) => undo(history), done);
        expect(back.now).toBe('start');
        expect(texts.reduce((history) => redo(history), back).now).toBe(done.now);
      }),
    );
  });
});
