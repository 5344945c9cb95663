export { A_PASSWORD, aPersonWithPassword, callsWith, digitsOf, joins, signInWith } from './a-person.js';
export { aTenant, type Caller, type TestTenant } from './a-tenant.js';
