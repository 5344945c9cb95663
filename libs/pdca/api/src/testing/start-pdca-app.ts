import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { ORG_ENTITIES, OrgModule } from '@wheelhouse/org-api';
import { STANDARDS_ENTITIES, StandardsModule } from '@wheelhouse/standards-api';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { PDCA_ENTITIES, PdcaModule } from '../pdca.module.js';

/** The application with what cycles need, on Monday, 6 July 2026, 10:00 in Shanghai. */
export async function startPdcaApp(): Promise<TestApp> {
  const app = await startApp({
    imports: [IdentityModule, OrgModule, StandardsModule, PdcaModule],
    entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES, ...STANDARDS_ENTITIES, ...PDCA_ENTITIES],
  });
  app.clock.set('2026-07-06T02:00:00Z');
  return app;
}
