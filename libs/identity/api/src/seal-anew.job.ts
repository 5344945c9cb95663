import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { OF_PEOPLE, OF_TENANTS, SealedRowsRepository } from './sealed-rows.repository.js';
import { SecretBox } from './secret-box.js';
import { TenantsRepository } from './tenants.repository.js';

/**
 * Once an hour: secrets that another key sealed, or that were written before they were sealed at all, are sealed with the
 * present key. Says how many, and how many no key opens.
 */
@Injectable()
export class SealAnewJob {
  private readonly log = new Logger('SealAnew');

  constructor(
    private readonly box: SecretBox,
    private readonly rows: SealedRowsRepository,
    private readonly tenants: TenantsRepository,
    private readonly transactions: TenantTransactions,
  ) {}

  @Cron('40 26 * * * *', { name: 'seal-anew' })
  async tick(): Promise<void> {
    const { mark } = this.box;
    if (!mark) return;
    const count = { sealed: 0, unreadable: 0 };
    await this.run(null, mark, count);
    for (const id of await this.tenants.ids()) await this.run(id, mark, count);
    if (count.sealed > 0) this.log.log(`${count.sealed} secrets were sealed with the present key`);
    if (count.unreadable > 0)
      this.log.warn(`${count.unreadable} secrets were sealed with a key that is not given (WHEELHOUSE_SECRET_KEY_OLD)`);
  }

  private async run(tenantId: string | null, mark: string, count: { sealed: number; unreadable: number }) {
    await this.transactions.run(tenantId ? { tenantId } : {}, async (em) => {
      for (const place of tenantId ? OF_TENANTS : OF_PEOPLE)
        for (const row of await this.rows.unmarked(em, place, tenantId, mark)) {
          const plain = this.read(row.secret, () => this.box.open(row.secret, place.purpose, row.about));
          if (plain === null) {
            count.unreadable++;
            continue;
          }
          await this.rows.replace(em, place, tenantId, row, this.box.seal(plain, place.purpose, row.about));
          count.sealed++;
        }
    });
  }

  private read(secret: string, open: () => string): string | null {
    if (!secret.startsWith('v1.')) return secret;
    try {
      return open();
    } catch {
      return null;
    }
  }
}
