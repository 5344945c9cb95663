import { describe, expect, it } from 'vitest';
import { type Actor, type Grant, PERMISSIONS, ROLE_PERMISSIONS, ROLES } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { authorize, can, holds, isGrantable, permissionsOf, WHOLE_TENANT } from './access.js';

const actor = (...grants: Grant[]): Actor => ({
  kind: 'person',
  personId: 'p',
  memberId: 'm',
  name: 'A',
  grants,
  isOperator: false,
});
const EAST = { orgUnitPath: ['hq', 'east', 'shanghai'], outletId: 'o1' };
const codeOf = (run: () => void) => {
  try {
    run();
    return 'allowed';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('a right is the pair of permission and scope', () => {
  it.each([
    ['hq_admin', 'tenant', null, 'member.manage', 'allowed'],
    ['quality_manager', 'tenant', null, 'standard.publish', 'allowed'],
    ['quality_manager', 'tenant', null, 'member.manage', 'AUTH.FORBIDDEN'],
    ['supervisor', 'org_unit', 'east', 'supervisor_audit.submit', 'allowed'],
    ['supervisor', 'org_unit', 'west', 'supervisor_audit.submit', 'NOT_FOUND'],
    ['supervisor', 'org_unit', 'east', 'org.manage', 'AUTH.FORBIDDEN'],
    ['franchise_manager', 'outlet', 'o1', 'self_check.submit', 'allowed'],
    ['franchise_manager', 'outlet', 'o2', 'self_check.submit', 'NOT_FOUND'],
    ['franchise_manager', 'outlet', 'o1', 'supervisor_audit.submit', 'AUTH.FORBIDDEN'],
    ['mystery_shopper', 'own', null, 'mystery_shop.submit', 'NOT_FOUND'],
    ['viewer', 'org_unit', 'hq', 'report.read', 'allowed'],
    ['viewer', 'tenant', null, 'audit.read', 'AUTH.FORBIDDEN'],
  ] as const)('%s of %s %s asks for %s: %s', (role, scopeKind, scopeId, permission, expected) => {
    expect(codeOf(() => authorize(actor({ role, scopeKind, scopeId }), permission, EAST))).toBe(expected);
  });

  it('answers 403 where the thing is visible and 404 where it is not', () => {
    const viewer = actor({ role: 'viewer', scopeKind: 'tenant', scopeId: null });
    expect(codeOf(() => authorize(viewer, 'cycle.manage', WHOLE_TENANT, 'cycle.read'))).toBe('AUTH.FORBIDDEN');
    const manager = actor({ role: 'franchise_manager', scopeKind: 'outlet', scopeId: 'o2' });
    expect(codeOf(() => authorize(manager, 'audit.review', EAST, 'audit.read'))).toBe('NOT_FOUND');
  });

  it('nobody without grants may do anything anywhere', () => {
    for (const permission of PERMISSIONS) {
      expect(holds(actor(), permission)).toBe(false);
      expect(can(actor(), permission, EAST)).toBe(false);
    }
  });

  it('a wider scope never allows less', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.constantFrom(...PERMISSIONS), (role, permission) => {
        const narrow = can(actor({ role, scopeKind: 'outlet', scopeId: 'o1' }), permission, EAST);
        const region = can(actor({ role, scopeKind: 'org_unit', scopeId: 'east' }), permission, EAST);
        const tenant = can(actor({ role, scopeKind: 'tenant', scopeId: null }), permission, EAST);
        expect(!narrow || region).toBe(true);
        expect(!region || tenant).toBe(true);
      }),
    );
  });

  it('only an administrator manages members', () => {
    expect(ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('member.manage'))).toEqual(['hq_admin']);
    expect(permissionsOf([{ role: 'mystery_shopper', scopeKind: 'own', scopeId: null }])).toEqual([
      'assignment.read',
      'mystery_shop.submit',
    ]);
  });

  it('grants a role only with the scopes that fit it', () => {
    expect(isGrantable('supervisor', 'org_unit', 'east')).toBe(true);
    expect(isGrantable('supervisor', 'org_unit', null)).toBe(false);
    expect(isGrantable('supervisor', 'tenant', null)).toBe(false);
    expect(isGrantable('hq_admin', 'tenant', 'east')).toBe(false);
  });
});
