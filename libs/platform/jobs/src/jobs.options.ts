/** Injection token of the options below. */
export const JOBS_OPTIONS = Symbol('JOBS_OPTIONS');

export interface JobsOptions {
  /** As the application's role; a producer opens no connection. */
  connectionString: string;
  role: 'producer' | 'worker';
  /** How often a worker looks into each queue; 0.5 at least, 1 when left out. */
  pollingIntervalSeconds?: number;
  /** How often a worker looks for what dead ones left, in milliseconds; 2,000 when left out. */
  lookAfterDeadWorkersMs?: number;
  /** How long jobs at work may take to end when the process ends, in milliseconds; 10,000 when left out. */
  stopWithinMs?: number;
}
