import type { HouseEvent } from '@wheelhouse/contracts';
import type { TrailEntry } from '../trail.service.js';

type State = Record<string, unknown>;

/**
 * The event that an entry of the audit trail amounts to, if any: what is recorded is what is told, from one place. Mystery
 * shops are silent until their release, and so are shoppers who become members.
 */
export function eventOfTrail({ action, objectId, before, after }: TrailEntry): HouseEvent | null {
  const id = objectId ?? '';
  const [was, is] = [(before ?? {}) as State, (after ?? {}) as State];
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  switch (action) {
    case 'audit.submit': {
      if (is['kind'] === 'mystery_shop') return null;
      const [score, grade] = [is['score'], is['grade']];
      return {
        type: 'audit.submitted',
        data: {
          ...{ auditId: id, kind: text(is['kind']), outletId: text(is['outletId']), visitDate: text(is['visitDate']) },
          score: typeof score === 'number' ? score : null,
          grade: typeof grade === 'string' ? grade : null,
        },
      };
    }
    case 'wave.release':
      return { type: 'wave.released', data: { waveId: id, published: Number(is['published']) } };
    case 'cycle.advance':
      return { type: 'cycle.advanced', data: { cycleId: id, from: text(was['phase']), to: text(is['phase']) } };
    case 'standard.publish':
      return {
        type: 'standard.published',
        data: { standardVersionId: id, code: text(is['code']), version: text(is['version']) },
      };
    case 'outlet.create':
      return { type: 'outlet.created', data: { outletId: id, code: text(is['code']) } };
    case 'outlet.update':
      return { type: 'outlet.updated', data: { outletId: id, fields: Object.keys(is).sort() } };
    case 'outlet.move':
      return { type: 'outlet.moved', data: { outletId: id, orgUnitId: text(is['orgUnitId']), from: text(is['from']) } };
    case 'outlet.close':
      return { type: 'outlet.closed', data: { outletId: id, closedOn: text(is['closedOn']) } };
    case 'outlet.reopen':
      return { type: 'outlet.reopened', data: { outletId: id } };
    case 'outlet.import':
      return {
        type: 'outlets.imported',
        data: { importId: id, created: Number(is['new'] ?? 0), updated: Number(is['changed'] ?? 0) },
      };
    case 'member.create':
    case 'invitation.accept': {
      const grants = Array.isArray(is['grants']) ? (is['grants'] as { role?: string }[]) : [];
      return grants.some(({ role }) => role === 'mystery_shopper')
        ? null
        : { type: 'member.added', data: { memberId: id } };
    }
    default:
      return null;
  }
}
