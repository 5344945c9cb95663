import { describe, expect, it } from 'vitest';
import { createLogger, HouseLogger } from './logger.js';
import { describeError, scrub } from './scrub.js';
import { runInContext, workContext } from './work-context.js';

describe('scrub', () => {
  it.each([
    ['550 no such user <li.wei@longxiang.demo>', '550 no such user <•••@•••>'],
    ['connect to smtp://user:pa55@mail.example.com:25', 'connect to smtp://•••@mail.example.com:25'],
    ['GET /api/v1/outlets?q=%E6%9D%8E&city=1 failed', 'GET /api/v1/outlets?••• failed'],
    ['Authorization: Bearer abc.def-ghi', 'Authorization: ••• •••'],
    ['password=hunter2, user=x', 'password=•••, user=x'],
    ['token 9Jx_Kq3bT7vL-0aZpWcE5yRmN8sUdFgH is used', 'token ••• is used'],
    ['migration pending: HttpOpenPolicies1790002810000', 'migration pending: HttpOpenPolicies1790002810000'],
    ['job 01890a5d-ac96-774b-bcce-b302099a8057 failed', 'job 01890a5d-ac96-774b-bcce-b302099a8057 failed'],
    ['close-week-of-a-tenant-that-is-long', 'close-week-of-a-tenant-that-is-long'],
  ])('%s', (text, clean) => expect(scrub(text)).toBe(clean));

  it('leaves out what PostgreSQL quotes of values', () => {
    const error = Object.assign(new Error('invalid input syntax for type integer: "the answer"'), { code: '22P02' });
    expect(describeError(error)).toMatchObject({
      code: '22P02',
      message: 'invalid input syntax for type integer: "•••"',
    });
    expect(describeError(new Error('relation "audits" does not exist')).message).toContain('"audits"');
  });
});

describe('the log', () => {
  const lines: Record<string, unknown>[] = [];
  const log = new HouseLogger(createLogger('api', 'info', { write: (line) => void lines.push(JSON.parse(line)) }));

  it('says when, how bad, from where and for whom, and what is learnt on the way', () => {
    runInContext({ requestId: 'r-1' }, () => {
      Object.assign(workContext() ?? {}, { tenantId: 't-1' });
      log.warn({ msg: 'job failed', attempt: 2, error: new Error('to a@b.example') }, 'Jobs');
    });
    log.debug('not at this level', 'Jobs');
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'warn',
        part: 'api',
        requestId: 'r-1',
        tenantId: 't-1',
        from: 'Jobs',
        attempt: 2,
      }),
    ]);
    expect(lines[0]).toMatchObject({ msg: 'job failed', error: { kind: 'Error', message: 'to •••@•••' } });
    expect(String(lines[0]?.['time'])).toMatch(/^\d{4}-\d\d-\d\dT/);
  });
});
