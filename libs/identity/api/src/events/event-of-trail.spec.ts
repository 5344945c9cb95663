import { describe, expect, it } from 'vitest';
import { eventOfTrail } from './event-of-trail.js';

const of = (action: string, after: object, before?: object) =>
  eventOfTrail({ action, objectType: 'x', objectId: 'id', before, after });

describe('the event of an entry', () => {
  it('is thin', () => {
    const after = {
      kind: 'self_check',
      outletId: 'o',
      visitDate: '2026-03-04',
      score: 81.5,
      grade: 'B',
      status: 'published',
    };
    expect(of('audit.submit', after)).toEqual({
      type: 'audit.submitted',
      data: { auditId: 'id', kind: 'self_check', outletId: 'o', visitDate: '2026-03-04', score: 81.5, grade: 'B' },
    });
    expect(of('cycle.advance', { phase: 'do', why: 'ready' }, { phase: 'plan' })).toEqual({
      type: 'cycle.advanced',
      data: { cycleId: 'id', from: 'plan', to: 'do' },
    });
    expect(of('outlet.update', { name: {}, code: 'X' })).toEqual({
      type: 'outlet.updated',
      data: { outletId: 'id', fields: ['code', 'name'] },
    });
  });

  it('is silent about mystery shops before their release, and about shoppers', () => {
    expect(of('audit.submit', { kind: 'mystery_shop', outletId: 'o', visitDate: '2026-03-04' })).toBeNull();
    expect(of('audit.approve', { decision: 'approve' })).toBeNull();
    expect(of('wave.assign', { shops: [] })).toBeNull();
    expect(of('member.create', { grants: [{ role: 'mystery_shopper' }] })).toBeNull();
    expect(of('member.create', { grants: [{ role: 'viewer' }] })).toEqual({
      type: 'member.added',
      data: { memberId: 'id' },
    });
  });

  it('is none for what concerns nobody outside', () => {
    expect(of('session.open', {})).toBeNull();
  });
});
