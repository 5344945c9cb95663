import { describe, expect, it } from 'vitest';
import type { Answers, StandardBody } from '@wheelhouse/contracts';
import { checkPublishable, checkStandardShape, compileAnswerCheck } from '@wheelhouse/standards-domain';
import { readFileSync } from 'node:fs';
import { fillIn } from './answer-sheet.js';
import { planAudits } from './audit-plan.js';
import { calendarFor } from './calendar.js';
import { LONGXIANG } from './longxiang.js';
import { QINGCHA } from './qingcha.js';
import { Random } from './random.js';
import { truthsOf, WEEKS } from './truths.js';

const CODES = ['AS-4S', 'SALES-4S', 'MS-4S', 'TEA'];
const bodyOf = (code: string) => JSON.parse(readFileSync(`demo/content/${code}.json`, 'utf8')) as StandardBody;

describe('the demo', () => {
  it('has the networks that it promises', () => {
    expect(LONGXIANG.outlets).toHaveLength(240);
    expect(LONGXIANG.regions).toHaveLength(8);
    expect(LONGXIANG.peerGroups).toHaveLength(5);
    expect(QINGCHA.outlets).toHaveLength(60);
    for (const { outlets } of [LONGXIANG, QINGCHA]) {
      expect(new Set(outlets.map((outlet) => outlet.code)).size).toBe(outlets.length);
      expect(new Set(outlets.map((outlet) => outlet.name.zh)).size).toBe(outlets.length);
    }
  });

  it.each(CODES)('%s is a publishable standard, and filled-in sheets are complete and valid', (code) => {
    const body = bodyOf(code);
    expect(checkStandardShape(body)).toEqual([]);
    expect(checkPublishable(body).problems).toEqual([]);
    const check = compileAnswerCheck(body);
    const random = new Random(7);
    for (let i = 0; i < 200; i++) {
      const answers: Answers = fillIn(body, { quality: random.next(), special: new Map(), missed: [] }, random);
      expect(check(answers, 'submit')).toEqual([]);
    }
  });

  it('is the same for the same seed, and always holds the last closed week', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const once = () => {
      const calendar = calendarFor(LONGXIANG, now);
      const random = new Random(1);
      return [...truthsOf(LONGXIANG.outlets, 1)].flatMap(([, truth], i) =>
        planAudits(
          i,
          truth,
          { weekStarts: calendar.starts, selfCheckShare: 0.9, supervisorEvery: 4, waves: [], hqShare: 0.2 },
          random,
        ),
      );
    };
    expect(once()).toEqual(once());
    expect(calendarFor(LONGXIANG, now).weeks.at(-1)?.key).toBe('2026-W46');
    expect(calendarFor(QINGCHA, now).weeks.at(-1)).toMatchObject({ start: '2026-11-15', end: '2026-11-21' });
    const early = calendarFor(LONGXIANG, new Date('2026-11-22T17:00:00Z'));
    expect([early.weeks.at(-1)?.key, early.current.start]).toEqual(['2026-W46', '2026-11-23']);
    expect(once().some((audit) => audit.week === WEEKS - 1)).toBe(true);
  });

  it('hides what the product should find: inflated self-checks, newcomers, red lines', () => {
    const truths = [...truthsOf(LONGXIANG.outlets, 20260101).values()];
    expect(truths.filter((truth) => truth.selfFlattery > 0.3)).toHaveLength(2);
    expect(truths.filter((truth) => truth.newcomer)).toHaveLength(6);
    expect(truths.filter((truth) => truth.failsRedLine)).toHaveLength(2);
  });
});
