import { describe, expect, it } from 'vitest';
import { makeFormat } from './format.js';

const en = makeFormat({ locale: 'en', timeZone: 'Asia/Shanghai' });
const zh = makeFormat({ locale: 'zh-CN', timeZone: 'Asia/Shanghai' });

describe('figures', () => {
  it('rounds half up as the server does, and says nothing for nothing', () => {
    expect(en.score(72.45)).toBe('72.5');
    expect(en.score(84.245, 2)).toBe('84.25');
    expect(en.score(null)).toBe('—');
    expect(en.number(12345)).toBe('12,345');
    expect(zh.percent(0.934)).toBe('93%');
    expect(en.interval(66.2, 78.6)).toBe('66–79');
    expect(en.interval(null, 3)).toBe('—');
  });

  it('signs a change with a real minus', () => {
    expect([1.34, -0.44, 0.04, -0.04, null].map((v) => en.change(v))).toEqual([
      '+1.3',
      '\u22120.4',
      '±0.0',
      '±0.0',
      '—',
    ]);
  });
});

describe('days and weeks', () => {
  it.each([
    ['2026-11-09', '2026-11-15', '9–15 Nov', '11月9日–15日'],
    ['2026-11-30', '2026-12-06', '30 Nov – 6 Dec', '11月30日–12月6日'],
    ['2026-12-28', '2027-01-03', '28 Dec 2026 – 3 Jan 2027', '2026年12月28日 – 2027年1月3日'],
  ])('%s to %s', (from, to, english, chinese) => {
    expect(en.range(from, to)).toBe(english);
    expect(zh.range(from, to)).toBe(chinese);
  });

  it('names a week', () => {
    expect(en.week('2026-W46', '2026-11-09', '2026-11-15')).toBe('Week 46 (9–15 Nov)');
    expect(zh.week('2026-W46', '2026-11-09', '2026-11-15')).toBe('第46周\uff0811月9日–15日\uff09');
    expect(zh.week('2027-W01')).toBe('第1周');
    expect(en.weekShort('2027-W01')).toBe('W1');
  });

  it('shows days as they are and instants in the tenant’s zone', () => {
    expect(en.date('2026-11-15')).toBe('15 Nov 2026');
    expect(zh.date('2026-11-15')).toBe('2026年11月15日');
    expect(en.date('2026-11-15T23:30:00Z')).toBe('16 Nov 2026');
    expect(en.dateTime('2026-11-15T23:30:00Z')).toBe('16 Nov 2026, 07:30');
    expect(en.date(null)).toBe('—');
  });

  it('counts from the reader’s today', () => {
    expect(en.relativeDay('2026-11-22', '2026-11-22')).toBe('today');
    expect(en.relativeDay('2026-11-24', '2026-11-22')).toBe('in 2 days');
    expect(zh.relativeDay('2026-11-21', '2026-11-22')).toBe('昨天');
    expect(en.relativeDay('2026-11-01', '2026-11-22')).toBe('3 weeks ago');
    expect(en.relativeDay('2026-11-21T18:00:00Z', '2026-11-22')).toBe('today');
  });

  it('names weekdays', () => {
    expect([1, 7].map((d) => en.weekday(d))).toEqual(['Monday', 'Sunday']);
    expect(zh.weekday(3)).toBe('星期三');
  });
});
