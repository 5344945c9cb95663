import { describe, expect, it } from '@jest/globals';
import { withLooks } from './series-looks.js';

type Looks = { series: { symbol?: string; lineStyle?: { type?: unknown }; itemStyle?: { decal?: object } }[] };
const looks = (series: object[]) => (withLooks({ series }, '#000000') as unknown as Looks).series;

describe('looks of a chart’s series', () => {
  it('tell lines apart by stroke and mark, bars by hatching', () => {
    const [a, b, c, d] = looks([{ type: 'line' }, { type: 'line' }, { type: 'bar' }, { type: 'bar' }]);
    expect([a?.lineStyle?.type, b?.lineStyle?.type]).toEqual(['solid', 'dashed']);
    expect(a?.symbol).not.toBe(b?.symbol);
    expect(c?.itemStyle?.decal).toBeUndefined();
    expect(d?.itemStyle?.decal).toMatchObject({ color: '#000000' });
  });

  it('leave out what is not drawn', () => {
    const [, first] = looks([{ type: 'line', lineStyle: { opacity: 0 } }, { type: 'line' }]);
    expect(first?.lineStyle?.type).toBe('solid');
  });

  it('keep what a chart says itself', () => {
    const [, second] = looks([
      { type: 'line' },
      { type: 'line', symbol: 'none', lineStyle: { type: 'dotted', width: 1 } },
    ]);
    expect(second).toMatchObject({ symbol: 'none', lineStyle: { type: 'dotted', width: 1 } });
  });

  it('leave a chart without series as it is', () => {
    expect(withLooks({ title: 1 }, '#000000')).toEqual({ title: 1 });
  });
});
