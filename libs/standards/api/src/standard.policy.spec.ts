import { describe, expect, it } from 'vitest';
import type { Actor, Grant } from '@wheelhouse/contracts';
import { mayEdit, mayPublish, mayRead } from './standard.policy.js';

const actor = (...grants: Grant[]): Actor => ({
  kind: 'person',
  personId: 'p',
  memberId: 'm',
  name: 'A',
  grants,
  isOperator: false,
});
const MANAGER: Grant = { role: 'franchise_manager', scopeKind: 'outlet', scopeId: 'o1' };
const STAFF: Grant = { role: 'outlet_staff', scopeKind: 'outlet', scopeId: 'o1' };
const SUPERVISOR: Grant = { role: 'supervisor', scopeKind: 'org_unit', scopeId: 'east' };
const VIEWER: Grant = { role: 'viewer', scopeKind: 'tenant', scopeId: null };
const SHOPPER: Grant = { role: 'mystery_shopper', scopeKind: 'own', scopeId: null };
const QUALITY: Grant = { role: 'quality_manager', scopeKind: 'tenant', scopeId: null };

const SHOP = { kind: 'mystery_shop', status: 'published' } as const;
const STORE = { kind: 'store', status: 'retired' } as const;
const DRAFT = { kind: 'store', status: 'draft' } as const;

describe('who may read a version', () => {
  it.each([
    ['a franchise manager', [MANAGER], { shop: false, store: true, draft: false }],
    ['outlet staff', [STAFF], { shop: false, store: true, draft: false }],
    ['a shopper who also works in an outlet', [SHOPPER, STAFF], { shop: false, store: true, draft: false }],
    ['a mystery shopper', [SHOPPER], { shop: false, store: false, draft: false }],
    ['nobody', [], { shop: false, store: false, draft: false }],
    ['a supervisor', [SUPERVISOR], { shop: true, store: true, draft: true }],
    ['a viewer', [VIEWER], { shop: true, store: true, draft: true }],
    ['a supervisor who also runs an outlet', [MANAGER, SUPERVISOR], { shop: true, store: true, draft: true }],
    ['a quality manager', [QUALITY], { shop: true, store: true, draft: true }],
  ])('%s', (_, grants, expected) => {
    const who = actor(...grants);
    expect({ shop: mayRead(who, SHOP), store: mayRead(who, STORE), draft: mayRead(who, DRAFT) }).toEqual(expected);
  });

  it('only quality managers and administrators write', () => {
    for (const grant of [MANAGER, STAFF, SUPERVISOR, VIEWER, SHOPPER]) {
      expect([mayEdit(actor(grant)), mayPublish(actor(grant))]).toEqual([false, false]);
    }
    expect([mayEdit(actor(QUALITY)), mayPublish(actor(QUALITY))]).toEqual([true, true]);
  });
});
