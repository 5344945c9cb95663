import { describe, expect, it } from 'vitest';
import { isUuid, isUuidV7, newId } from './ids.js';

describe('ids', () => {
  it('are UUIDv7 of their moment, in the order in which they were made', () => {
    const at = new Date('2026-11-22T08:00:00Z');
    const made = Array.from({ length: 500 }, () => newId(at));
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(500);
    expect(made.every(isUuidV7)).toBe(true);
    expect(parseInt(made[0]?.replaceAll('-', '').slice(0, 12) ?? '', 16)).toBe(at.getTime());
    expect(newId() > (made.at(-1) ?? '')).toBe(Date.now() > at.getTime());
  });

  it.each(['', 'x', '019d9e87-e780-7361-b3bc', '00000000-0000-4000-8000-000000000000\n', 7, null])(
    '%p is no UUID',
    (value) => {
      expect(isUuid(value)).toBe(false);
    },
  );
});
