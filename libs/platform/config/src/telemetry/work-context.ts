import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line of the log says about the work during which it was written: ids, never names or contents. */
export interface WorkContext {
  requestId?: string;
  tenantId?: string;
  actorId?: string;
  queue?: string;
  jobId?: string;
  traceId?: string;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs `work` and all that it causes under a context of its own. */
export const runInContext = <T>(context: WorkContext, work: () => T): T => storage.run(context, work);

/** The context of the work at hand; what is learnt later (the tenant, the actor) is added to it. */
export const workContext = (): WorkContext | undefined => storage.getStore();
