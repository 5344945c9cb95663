import { setTimeout as delay } from 'node:timers/promises';

/**
 * Takes one job after the other from a queue: the next as soon as one is done, and while there is none it looks again
 * after a pause. Neither a look nor a job that throws ends it.
 */
export class QueueLoop {
  /** Resolves when it has ended, with the job that it was at. */
  readonly ended: Promise<void>;
  private readonly stopping = new AbortController();

  /** @param once takes a job and works on it; whether there was one */
  constructor(
    private readonly once: () => Promise<boolean>,
    private readonly pauseMs: number,
    private readonly onError: (error: Error) => void,
  ) {
    this.ended = this.run();
  }

  /** Takes no more jobs. */
  stop(): void {
    this.stopping.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const found = await this.once().catch((error: unknown) => {
        this.onError(error as Error);
        return false;
      });
      if (!found) await delay(this.pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
