export { createJobSchema } from './job-schema.js';
export { JobsModule } from './jobs.module.js';
export type { JobsOptions } from './jobs.options.js';
export { JobsService, type EnqueueOptions, type Job, type JobTransaction, type WorkOptions } from './jobs.service.js';
export { DEAD_LETTERS, JOB_SCHEMA, QUEUES, type QueueName, type QueueSettings } from './queues.js';
