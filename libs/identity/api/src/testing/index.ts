export { aTenant, type Caller, type TestTenant } from './a-tenant.js';
