import { describe, expect, it } from 'vitest';
import type { HomeOutlet, RankingRow } from '@wheelhouse/contracts';
import { worstFirst } from './worst-first.js';

const outlet = (code: string, standing: Partial<RankingRow> | null): HomeOutlet => ({
  id: code,
  code,
  name: { en: code, zh: code },
  standing: standing as RankingRow | null,
  lastAudits: [],
});
const ranked = (code: string, rank: number, peers: number) => outlet(code, { listing: 'ranked', rank, peers });

describe('the order of my outlets', () => {
  it('is the worst first', () => {
    const order = [
      outlet('new', null),
      ranked('first', 1, 40),
      ranked('last of few', 4, 4),
      ranked('low of many', 30, 40),
      outlet('apart', { listing: 'apart', rank: null, peers: 40 }),
      outlet('red', { listing: 'failed_red_line', rank: null, peers: 40 }),
    ].sort(worstFirst);
    expect(order.map(({ code }) => code)).toEqual(['red', 'last of few', 'low of many', 'first', 'apart', 'new']);
  });

  it('is by code where nothing else decides', () => {
    expect([outlet('b', null), outlet('a', null)].sort(worstFirst).map(({ code }) => code)).toEqual(['a', 'b']);
  });
});
