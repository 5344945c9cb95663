import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { limitsOf } from '@wheelhouse/contracts';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { RateRepository } from './rate.repository.js';

interface Count {
  minute: number;
  /** Of all processes, as of the last time that this one told its own. */
  told: number;
  /** Since then, of this process. */
  untold: number;
  limit: number | null;
}

const MINUTE = 60_000;
/** How often a process tells the database what it counted, and learns what the others did. */
const TELL_EVERY = 1_000;

/**
 * Counts each tenant's requests over all processes. No request waits for it: every process counts by itself and adds its
 * count to the database once a second, so a limit may be passed by what arrives within that second.
 */
@Injectable()
export class RequestRate implements OnModuleDestroy {
  private readonly counts = new Map<string, Count>();
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly rates: RateRepository,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  /** Counts a request. Answers after how many seconds to try again when the tenant has had its share, otherwise null. */
  take(tenantId: string): number | null {
    const now = this.clock.now().getTime();
    const minute = Math.floor(now / MINUTE);
    let count = this.counts.get(tenantId);
    if (!count || count.minute !== minute) {
      if (count?.untold) this.later(tenantId, count);
      count = { minute, told: 0, untold: 0, limit: count?.limit ?? null };
      this.counts.set(tenantId, count);
    }
    if (count.limit !== null && count.told + count.untold >= count.limit) {
      return Math.max(1, Math.ceil(((minute + 1) * MINUTE - now) / 1000));
    }
    count.untold++;
    this.timer ??= setTimeout(() => void this.tell(), TELL_EVERY).unref();
    return null;
  }

  /** Adds what was counted to the database and learns what the other processes counted, and the limits of now. */
  async tell(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const [tenantId, count] of this.counts) if (count.untold > 0) this.later(tenantId, count);
    await this.telling;
    const minute = Math.floor(this.clock.now().getTime() / MINUTE);
    for (const [tenantId, count] of this.counts) if (count.minute < minute - 1) this.counts.delete(tenantId);
  }

  async onModuleDestroy(): Promise<void> {
    await this.tell();
    clearTimeout(this.timer);
  }

  /** One tenant after another, so that counting never takes more than one connection. A count that fails is lost. */
  private later(tenantId: string, count: Count): void {
    const added = count.untold;
    count.untold = 0;
    count.told += added;
    this.telling = this.telling.then(async () => {
      try {
        const { requests, plan, agreed } = await this.transactions.run({ tenantId }, (em) =>
          this.rates.add(em, tenantId, new Date(count.minute * MINUTE), added),
        );
        count.told = Math.max(count.told, requests);
        count.limit = limitsOf(plan, agreed).requestsPerMinute;
      } catch {
        // The database is away or the tenant is gone: requests find out by themselves.
      }
    });
  }
}
