import { describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import {
  auditQuery,
  filtersOn,
  findingQuery,
  NO_AUDIT_FILTERS,
  NO_FINDING_FILTERS,
  periodOf,
  sinceOf,
} from './list-filters.js';

const said = (query: object) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

describe('filters in the address', () => {
  it('ask for nothing by default', () => {
    expect(said(auditQuery(NO_AUDIT_FILTERS))).toEqual({});
    expect(said(findingQuery(NO_FINDING_FILTERS))).toEqual({});
    expect([filtersOn(NO_AUDIT_FILTERS), filtersOn(NO_FINDING_FILTERS)]).toEqual([0, 0]);
  });

  it('pass on what is a value, and nothing of an old or mistyped link', () => {
    const outletId = newId();
    const good = { ...NO_AUDIT_FILTERS, outletId, kind: 'self_check', status: 'final', sort: 'score', q: ' 滨江 ' };
    expect(said(auditQuery(good))).toEqual({
      ...{ outletId, kind: 'self_check', status: 'final', sort: 'score', direction: 'asc', q: '滨江' },
    });
    expect(filtersOn(good)).toBe(4);
    const bad = { outletId: '7', orgUnitId: 'x', kind: 'visit', from: '2026-02-30', to: 'now' };
    expect(said(auditQuery({ ...NO_AUDIT_FILTERS, ...bad, status: 'lost', sort: '-name' }))).toEqual({});
    expect(said(findingQuery({ ...NO_FINDING_FILTERS, ...bad, standardId: '1', critical: 'maybe' }))).toEqual({});
    expect(said(findingQuery({ ...NO_FINDING_FILTERS, critical: 'false' }))).toEqual({ critical: false });
    const costly = { ...NO_FINDING_FILTERS, q: ' 签字 ', sort: '-lost' };
    expect(said(findingQuery(costly))).toEqual({ q: '签字', sort: 'lost' });
    expect(said(findingQuery({ ...costly, q: '', sort: 'visit' }))).toEqual({ direction: 'asc' });
    expect(filtersOn(costly)).toBe(1);
  });

  it('know which period they are', () => {
    const today = '2026-11-22';
    expect(sinceOf('weeks4', today)).toBe('2026-10-26');
    expect(periodOf({ from: '2026-10-26', to: '' }, today)).toBe('weeks4');
    expect(periodOf({ from: '', to: '' }, today)).toBe('allTime');
    expect(periodOf({ from: '2026-10-26', to: today }, today)).toBe('own');
    expect(filtersOn({ ...NO_AUDIT_FILTERS, from: '2026-10-26', to: today })).toBe(1);
  });
});
