import { describe, expect, it } from 'vitest';
import { mayOpen, type FeatureRoute } from './feature-route.js';

const route = (more: Partial<FeatureRoute>): FeatureRoute => ({ path: '/x', lazy: async () => () => null, ...more });
const someone = { permissions: ['org.read' as const], isOperator: false, tenant: {} };
const operator = { permissions: [], isOperator: true, tenant: null };

describe('mayOpen', () => {
  it.each([
    ['no permission needed', route({}), someone, true],
    ['has it', route({ permission: 'org.read' }), someone, true],
    ['has one of them', route({ permission: ['audit.read', 'org.read'] }), someone, true],
    ['lacks it', route({ permission: 'audit.read' }), someone, false],
    ['operator’s page, not the operator', route({ operator: true }), someone, false],
    ['operator’s page', route({ operator: true }), operator, true],
    ['needs a tenant', route({}), operator, false],
    ['own profile without a tenant', route({ withoutTenant: true }), operator, true],
  ])('%s', (_name, asked, who, expected) => {
    expect(mayOpen(asked, who)).toBe(expected);
  });
});
