export { GuardedHttp, guardedFetch, type OutboundRequest } from './guarded-http.js';
export { OutboundError, type OutboundFailure } from './outbound-error.js';
export { isPublicAddress } from './public-address.js';
