import { describe, expect, it } from 'vitest';
import type { LocalizedText, Week } from '@wheelhouse/kernel';
import { parseWeek } from '@wheelhouse/kernel';
import type { Edition } from '@wheelhouse/reports-domain';
import { renderWeeklyReport, type WeeklyReport } from './weekly-report.mail.js';

const text = (en: string, zh = en): LocalizedText => ({ en, zh });
const EVIL = '"><script>alert(1)</script>{{tenant}}';

const body: Edition['body'] = {
  head: {
    ...{ score: 84.16, low: 82, high: 86.3, change: 1.34, place: 3, places: 8, outlets: 34, covered: 31, missed: 3 },
    ...{ redLines: 2, ranked: 30, apart: 4, trend: [] },
  },
  visits: [
    {
      ...{
        outletId: 'o',
        code: 'HZ-01',
        name: text(EVIL, '杭州滨江店'),
        score: 72.4,
        estimate: 72.4,
        low: 66,
        high: 79,
        n: 6,
      },
      reasons: [
        { reason: 'red_line', params: { count: 1, items: 'F-05' } },
        { reason: 'fell_beyond_noise', params: { points: 7.44 } },
        { reason: 'no_visit', params: { never: 1 } },
      ],
    },
  ],
  pareto: [
    {
      ...{ itemId: 'F-05', text: text('Estimate not signed', '报价未签字'), count: 30, outlets: 19, worst: [] },
      ...{ percent: 61.2, cumulativePercent: 61.2, vital: true, critical: true },
    },
  ],
  movers: { up: [{ outletId: 'w', name: text('Wuxi', '无锡'), change: 9.1, score: 91, n: 8 }], down: [] },
  units: [],
  peerGroups: [],
  method: {
    scheme: { version: 1, sources: [], minCoverage: 0.6, minSample: 3, rankPartial: true, minPeers: 5 },
    ...{ formulaVersion: '1', standardVersions: [], audits: 200 },
  },
};
const report: WeeklyReport = {
  week: parseWeek('2026-W46') as Week,
  number: 1,
  audience: { kind: 'org_unit', id: 'r', unitId: 'r', name: text('East <i>region</i>\nBcc: x@y', '华东大区') },
  edition: { body, rows: [] },
  tenant: text('Longxiang', '龙骧汽车'),
  accent: '#0f766e',
  url: 'https://w.example/reports/1',
};

describe('the weekly mail', () => {
  const english = renderWeeklyReport(report, 'en');
  const chinese = renderWeeklyReport(report, 'zh-CN');

  it('answers in English what a supervisor asks', () => {
    for (const part of [
      '84.2',
      '82.0–86.3',
      '+1.3',
      'Place 3 of 8',
      '31 of 34 outlets covered',
      '3 assignments missed',
      '2 red lines',
      '72.4 [66.0–79.0] n = 6',
      'red line crossed: F-05; fell by 7.4 points, beyond noise; never visited',
      'Estimate not signed',
      '30 findings at 19 outlets',
      'Wuxi',
      '+9.1',
      '4 outlets are not ranked',
      'https://w.example/reports/1',
    ]) {
      expect(english.text).toContain(part);
      expect(
        english.html
          .replaceAll('&#x3D;', '=')
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ') + english.html,
      ).toContain(part);
    }
  });

  it('and in Chinese', () => {
    expect(chinese.subject).toBe('华东大区：2026-W46 周 – 84.2');
    for (const part of [
      '8 个大区中排第 3',
      '杭州滨江店',
      '触碰红线：F-05；下降 7.4 分，超出波动范围；从未到访',
      '报价未签字',
      '无锡',
      '4 家门店未参与排名',
    ]) {
      expect(chinese.text).toContain(part);
      expect(chinese.html).toContain(part);
    }
    expect(chinese.html).toContain('<html lang="zh-CN">');
    expect(`${chinese.html}${english.html}${chinese.text}${english.text}`.replaceAll('{{tenant}}', '')).not.toMatch(
      /undefined|null|\[object|\{\w+\}/,
    );
  });

  it('shows names as text and keeps the subject on one line', () => {
    expect(english.html).not.toMatch(/<script|<i>/);
    expect(english.html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(english.subject).toBe('East <i>region</i> Bcc: x@y: week 2026-W46 – 84.2');
    expect(english.text).toContain(EVIL);
  });

  it('says so when there is nothing', () => {
    const empty = { ...body, visits: [], pareto: [], movers: { up: [], down: [] } };
    const head = {
      ...body.head,
      score: null,
      low: null,
      high: null,
      change: null,
      place: null,
      places: null,
      missed: 0,
      redLines: 0,
      apart: 0,
    };
    const mail = renderWeeklyReport({ ...report, edition: { body: { ...empty, head }, rows: [] } }, 'en');
    for (const part of ['no score', 'Nothing calls for a visit', 'No findings', 'No outlet moved']) {
      expect(mail.text).toContain(part);
      expect(mail.html).toContain(part);
    }
    expect(mail.text).not.toMatch(/null|red lines|not ranked/);
  });
});
