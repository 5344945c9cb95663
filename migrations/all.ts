import { IdentityCreatePeople1790000000000 } from './1790000000000-identity-create-people.js';
import { OrgCreateNetwork1790000100000 } from './1790000100000-org-create-network.js';
import { StandardsCreateStandards1790000200000 } from './1790000200000-standards-create-standards.js';
import { ScoringCreateObservations1790000300000 } from './1790000300000-scoring-create-observations.js';
import { AuditsCreateAudits1790000400000 } from './1790000400000-audits-create-audits.js';
import { PdcaCreateCycles1790000500000 } from './1790000500000-pdca-create-cycles.js';
import { ReportsCreateEditions1790000600000 } from './1790000600000-reports-create-editions.js';
import { IdentityInvitationsAndViews1790000700000 } from './1790000700000-identity-invitations-and-views.js';
import { OrgOutletImports1790000800000 } from './1790000800000-org-outlet-imports.js';
import { OrgTenantLogos1790000900000 } from './1790000900000-org-tenant-logos.js';
import { StandardsAddEditor1790001500000 } from './1790001500000-standards-add-editor.js';
import { HomeIndexDueAssignments1790001800000 } from './1790001800000-home-index-due-assignments.js';
import { AuditsIndexAuditor1790001900000 } from './1790001900000-audits-index-auditor.js';
import { PdcaAddObjectiveRevisions1790001950000 } from './1790001950000-pdca-add-objective-revisions.js';
import { IdentityAccessTokens1790002000000 } from './1790002000000-identity-access-tokens.js';
import { IdentityDeepenTrail1790002200000 } from './1790002200000-identity-deepen-trail.js';
import { IdentityWebhooks1790002210000 } from './1790002210000-identity-webhooks.js';
import { TenantLife1790002400000 } from './1790002400000-tenant-life.js';
import { HttpIdempotencyKeys1790002600000 } from './1790002600000-http-idempotency-keys.js';
import { IdentitySecondFactor1790002710000 } from './1790002710000-identity-second-factor.js';
import { IdentitySingleSignOn1790002720000 } from './1790002720000-identity-single-sign-on.js';
import { HttpOpenPolicies1790002810000 } from './1790002810000-http-open-policies.js';
import { TenantLifeGuardClosing1790002900000 } from './1790002900000-tenant-life-guard-closing.js';
import { IdentityProveAgain1790003200000 } from './1790003200000-identity-prove-again.js';

/** Every migration of the house, in its one order. */
export const migrations = [
  IdentityCreatePeople1790000000000,
  OrgCreateNetwork1790000100000,
  StandardsCreateStandards1790000200000,
  ScoringCreateObservations1790000300000,
  AuditsCreateAudits1790000400000,
  PdcaCreateCycles1790000500000,
  ReportsCreateEditions1790000600000,
  IdentityInvitationsAndViews1790000700000,
  OrgOutletImports1790000800000,
  OrgTenantLogos1790000900000,
  StandardsAddEditor1790001500000,
  HomeIndexDueAssignments1790001800000,
  AuditsIndexAuditor1790001900000,
  PdcaAddObjectiveRevisions1790001950000,
  IdentityAccessTokens1790002000000,
  IdentityDeepenTrail1790002200000,
  IdentityWebhooks1790002210000,
  TenantLife1790002400000,
  HttpIdempotencyKeys1790002600000,
  IdentitySecondFactor1790002710000,
  IdentitySingleSignOn1790002720000,
  HttpOpenPolicies1790002810000,
  TenantLifeGuardClosing1790002900000,
  IdentityProveAgain1790003200000,
];
