/** The roles of a tenant. What each may do is data here; where it may do it is the grant's scope. */
export const ROLES = [
  'hq_admin',
  'quality_manager',
  'supervisor',
  'franchise_manager',
  'outlet_staff',
  'mystery_shopper',
  'viewer',
] as const;
export type Role = (typeof ROLES)[number];

/** `own` is not stored: a mystery shopper's grant reaches nothing but the shopper's own assignments. */
export const SCOPE_KINDS = ['tenant', 'org_unit', 'outlet', 'own'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export const PERMISSIONS = [
  'member.read',
  'member.manage',
  'org.read',
  'org.manage',
  'settings.read',
  'settings.manage',
  'outbox.read',
  'trail.read',
  'webhook.manage',
  'tenant.export',
  'standard.read',
  'standard.edit',
  'standard.publish',
  'assignment.read',
  'assignment.manage',
  'audit.read',
  'audit.review',
  'self_check.submit',
  'supervisor_audit.submit',
  'hq_audit.submit',
  'mystery_shop.submit',
  'wave.manage',
  'cycle.read',
  'cycle.manage',
  'report.read',
  'report.make',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What only looks: the scopes of a token that may read and do nothing else. */
export const READ_PERMISSIONS = PERMISSIONS.filter((permission) => permission.endsWith('.read'));

const VIEW = ['org.read', 'report.read', 'cycle.read', 'standard.read'] as const satisfies Permission[];
const QUALITY = [
  ...VIEW,
  'member.read',
  'settings.read',
  'settings.manage',
  'standard.edit',
  'standard.publish',
  'assignment.read',
  'assignment.manage',
  'audit.read',
  'audit.review',
  'hq_audit.submit',
  'supervisor_audit.submit',
  'wave.manage',
  'cycle.manage',
  'report.make',
] as const satisfies Permission[];

/** Role → permissions: the table of `People and what they may do`. A right is the pair (permission, scope of the grant). */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  hq_admin: [...QUALITY, 'member.manage', 'org.manage', 'outbox.read', 'trail.read', 'webhook.manage', 'tenant.export'],
  quality_manager: QUALITY,
  supervisor: [...VIEW, 'assignment.read', 'assignment.manage', 'audit.read', 'supervisor_audit.submit'],
  franchise_manager: ['org.read', 'standard.read', 'report.read', 'assignment.read', 'audit.read', 'self_check.submit'],
  outlet_staff: ['org.read', 'standard.read', 'assignment.read', 'self_check.submit'],
  mystery_shopper: ['assignment.read', 'mystery_shop.submit'],
  viewer: VIEW,
};

/** The kinds of scope that a role may be granted with. */
export const ROLE_SCOPES: Record<Role, readonly ScopeKind[]> = {
  hq_admin: ['tenant'],
  quality_manager: ['tenant'],
  supervisor: ['org_unit'],
  franchise_manager: ['outlet'],
  outlet_staff: ['outlet'],
  mystery_shopper: ['own'],
  viewer: ['tenant', 'org_unit'],
};
