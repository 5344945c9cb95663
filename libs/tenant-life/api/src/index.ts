export { TENANT_LIFE_ENTITIES, TenantLifeModule, TenantLifeWorkerModule } from './tenant-life.module.js';
