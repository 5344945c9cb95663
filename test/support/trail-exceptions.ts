/** Routes that change something and leave no entry in the audit trail, each with the reason. */
export const NOT_IN_TRAIL: Record<string, string> = {
  'POST /api/v1/audits': 'a draft that nobody else sees: what counts is its submission',
  'PATCH /api/v1/audits/{id}': 'saves of a draft every few seconds: what counts is its submission',
  'DELETE /api/v1/audits/{id}': 'a draft that nobody else saw',
  'PUT /api/v1/standard-versions/{id}': 'saves of a draft every few seconds: what counts is its publication',
  'GET /api/v1/outlet-imports/{id}/problems.csv': 'rows of the file that the same person has just sent',
  'GET /api/v1/tenant-exports': 'which archives there are, nothing of what is in them',
  'GET /api/v1/tenant-exports/{id}': 'how far an archive is, nothing of what is in it',
  'POST /api/v1/saved-views': 'a bookmark of one’s own',
  'PATCH /api/v1/saved-views/{id}': 'a bookmark of one’s own',
  'DELETE /api/v1/saved-views/{id}': 'a bookmark of one’s own',
};

/** Routes whose cases cannot succeed here; the named spec shows their entry. */
export const SHOWN_ELSEWHERE: Record<string, string> = {
  'POST /api/v1/auth/logout': 'libs/identity/api/src/trail.api.spec.ts',
  'POST /api/v1/auth/password': 'libs/identity/api/src/trail.api.spec.ts',
  'DELETE /api/v1/auth/sessions': 'libs/identity/api/src/trail.api.spec.ts',
  'DELETE /api/v1/auth/sessions/{id}': 'libs/identity/api/src/trail.api.spec.ts',
  'POST /api/v1/assignments/many': 'the outlet of its case has such an assignment already, so nothing is written',
  'POST /api/v1/assignments/cancel':
    'the assignment of its case is cancelled already by the route for one, with the same command',
  'POST /api/v1/invitations/join': 'libs/identity/api/src/invitations.api.spec.ts',
  'PATCH /api/v1/tenants/{id}': 'test/isolation/tenant-life.spec.ts',
  'POST /api/v1/tenants/{id}/close': 'test/isolation/tenant-life.spec.ts',
  'POST /api/v1/tenants/{id}/keep': 'test/isolation/tenant-life.spec.ts',
  'POST /api/v1/tenants': 'in the new tenant: libs/identity/api/src/trail.api.spec.ts',
  'POST /api/v1/outlet-imports': 'libs/org/api/src/import/outlet-imports.api.spec.ts',
  'PUT /api/v1/settings/logo': 'libs/org/api/src/logo/logo.api.spec.ts',
  'POST /api/v1/org-units/{id}/move': 'libs/org/api/src/org-units.api.spec.ts',
  'DELETE /api/v1/org-units/{id}': 'libs/org/api/src/move-outlets.api.spec.ts',
  'POST /api/v1/outlets/{id}/move': 'libs/org/api/src/outlets.api.spec.ts',
  'DELETE /api/v1/peer-groups/{id}': 'libs/org/api/src/move-outlets.api.spec.ts',
  'POST /api/v1/standard-versions/{id}/publish': 'libs/standards/api/src/standard-versions.api.spec.ts',
  'POST /api/v1/objectives/{id}/measure': 'libs/pdca/api/src/cycle-turn.api.spec.ts',
  'POST /api/v1/objectives/{id}/decide': 'libs/pdca/api/src/cycle-turn.api.spec.ts',
};
