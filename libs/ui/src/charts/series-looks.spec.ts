import { describe, expect, it } from 'vitest';
import { withLooks } from './series-looks.js';

type Looks = {
  series: { symbol?: string; lineStyle?: { type?: unknown }; itemStyle?: { color?: string; decal?: object } }[];
};
const COLOURS = { series: ['#111111', '#222222', '#333333'], surface: '#000000' };
const looks = (series: object[]) => (withLooks({ series }, COLOURS) as unknown as Looks).series;

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
    expect(first?.itemStyle?.color).toBe('#111111');
  });

  it('keep what a chart says itself', () => {
    const [, second] = looks([
      { type: 'line' },
      { type: 'line', symbol: 'none', lineStyle: { type: 'dotted', width: 1 } },
    ]);
    expect(second).toMatchObject({ symbol: 'none', lineStyle: { type: 'dotted', width: 1 } });
  });

  it('give colours in their order to those that have none', () => {
    const colours = looks([{ type: 'bar', itemStyle: { color: '#abcdef' } }, { type: 'line' }, { type: 'bar' }]);
    expect(colours.map((one) => one.itemStyle?.color)).toEqual(['#abcdef', '#111111', '#222222']);
  });

  it('leave a chart without series as it is', () => {
    expect(withLooks({ title: 1 }, COLOURS)).toEqual({ title: 1 });
  });
});
