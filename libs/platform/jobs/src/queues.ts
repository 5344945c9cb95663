/** How the jobs of one queue are kept apart, retried and given up. Times in seconds. */
export interface QueueSettings {
  /**
   * `short`: while a job with the same key waits, another is not added (ticks of several workers fall together).
   * `standard`: every job counts.
   */
  policy: 'short' | 'standard';
  /** A handler that runs longer has failed. A worker that *died* is noticed within seconds, see `WorkerPresence`. */
  expireInSeconds: number;
  retryLimit: number;
  /** Wait before the first retry; doubled each time, with jitter. */
  retryDelay: number;
}

/** Every queue there is. A new one is made by the next `migrate()`. */
export const QUEUES = {
  'close-week': { policy: 'short', expireInSeconds: 900, retryLimit: 8, retryDelay: 2 },
  'make-report': { policy: 'short', expireInSeconds: 900, retryLimit: 8, retryDelay: 2 },
  'send-mail': { policy: 'standard', expireInSeconds: 120, retryLimit: 10, retryDelay: 5 },
  'password-link': { policy: 'standard', expireInSeconds: 120, retryLimit: 5, retryDelay: 5 },
  'dispatch-event': { policy: 'standard', expireInSeconds: 120, retryLimit: 10, retryDelay: 2 },
  'deliver-webhooks': { policy: 'short', expireInSeconds: 120, retryLimit: 5, retryDelay: 5 },
  'retry-webhook': { policy: 'standard', expireInSeconds: 60, retryLimit: 10, retryDelay: 5 },
  'sweep-events': { policy: 'short', expireInSeconds: 300, retryLimit: 3, retryDelay: 5 },
  'sign-in-refusal': { policy: 'standard', expireInSeconds: 60, retryLimit: 5, retryDelay: 5 },
  'release-wave': { policy: 'short', expireInSeconds: 300, retryLimit: 8, retryDelay: 2 },
  'expire-assignments': { policy: 'short', expireInSeconds: 300, retryLimit: 3, retryDelay: 5 },
  'import-outlets': { policy: 'standard', expireInSeconds: 600, retryLimit: 4, retryDelay: 2 },
  'export-tenant': { policy: 'standard', expireInSeconds: 3600, retryLimit: 2, retryDelay: 5 },
  'measure-tenant': { policy: 'short', expireInSeconds: 600, retryLimit: 2, retryDelay: 30 },
  'delete-tenants': { policy: 'short', expireInSeconds: 3600, retryLimit: 3, retryDelay: 30 },
  'ensure-partitions': { policy: 'short', expireInSeconds: 120, retryLimit: 3, retryDelay: 5 },
} as const satisfies Record<string, QueueSettings>;

export type QueueName = keyof typeof QUEUES;

/** Where jobs end that failed too often; nothing works on it, an administrator looks at it. */
export const DEAD_LETTERS = 'dead-letters';

/** The schema of pg-boss, made by the owner, used by the application. */
export const JOB_SCHEMA = 'pgboss';

/** The application's database role, which gets what it needs in that schema and nothing more. */
export const APP_ROLE = 'wheelhouse_app';
