import { describe, expect, it } from 'vitest';
import { PROOF_MINUTES, proofUntil, proofWay } from './proof.js';

const now = new Date('2026-03-02T08:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('a proof of who one is', () => {
  it('counts for some minutes, to the second', () => {
    expect(proofUntil(now, now)).toEqual(new Date('2026-03-02T08:10:00Z'));
    expect(proofUntil(ago(PROOF_MINUTES * 60 - 1), now)).toEqual(new Date('2026-03-02T08:00:01Z'));
    expect(proofUntil(ago(PROOF_MINUTES * 60), now)).toBeNull();
  });

  it('does not count when it never was, or says that it is of tomorrow', () => {
    expect(proofUntil(null, now)).toBeNull();
    expect(proofUntil(ago(-86_400), now)).toBeNull();
  });

  it('counts on a machine whose clock is a little behind', () => {
    expect(proofUntil(ago(-2), now)).toEqual(new Date('2026-03-02T08:10:02Z'));
    expect(proofUntil(ago(-61), now)).toBeNull();
  });

  it('is given as one signed in', () => {
    expect(proofWay({ tenantBound: false, secondFactor: false })).toBe('password');
    expect(proofWay({ tenantBound: false, secondFactor: true })).toBe('password_and_code');
    expect(proofWay({ tenantBound: true, secondFactor: true })).toBe('provider');
  });
});
