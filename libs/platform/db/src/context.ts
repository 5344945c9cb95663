import type { Actor } from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';
import type { EntityManager } from 'typeorm';

/**
 * First argument of everything below a controller. `em` is the transaction of this request, already inside the tenant:
 * the only road to the database.
 */
export interface Ctx {
  actor: Actor;
  tenantId: string;
  /** The tenant's time zone and week, read with the session. */
  timeZone: string;
  weekStart: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  em: EntityManager;
  now: Date;
  locale: Locale;
  ip: string | null;
  /** Beside the address: what the request came with. Jobs have none. */
  origin?: RequestOrigin;
}

/** Where a request came from, for the audit trail. */
export interface RequestOrigin {
  userAgent: string | null;
  /** The session that it was made in, or the access token. */
  sessionId: string | null;
  /** As in the logs; null when nobody gave it one. */
  requestId: string | null;
}

/** Where time comes from; tests set it. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
