import { Injectable, Logger } from '@nestjs/common';
import { migrations } from '@wheelhouse/migrations';
import { Lifecycle } from '@wheelhouse/platform-config';
import { schemaProblems } from '@wheelhouse/platform-db';
import { DataSource } from 'typeorm';

/** How long one look at the database holds: probes of many balancers are one query a second. */
const FRESH_MS = 1_000;

/** Names of the migrations that this build expects to be applied; there may be newer ones. */
export const migrationNames = (): string[] => migrations.map((migration) => migration.name);

/** Whether work should be sent to this process. */
@Injectable()
export class Readiness {
  private readonly log = new Logger('Readiness');
  private looked = 0;
  private lacking = '';
  private look: Promise<string[]> = Promise.resolve([]);

  constructor(
    private readonly source: DataSource,
    private readonly lifecycle: Lifecycle,
  ) {}

  /** Why not, empty when it should. */
  async problems(): Promise<string[]> {
    if (this.lifecycle.closing) return ['the process is ending'];
    if (Date.now() - this.looked > FRESH_MS) {
      this.looked = Date.now();
      this.look = this.ask().then((problems) => this.tell(problems));
    }
    return await this.look;
  }

  /** Says in the log when it changes, and why: the public answer tells nobody. */
  private tell(problems: string[]): string[] {
    const now = problems.join('; ');
    if (now !== this.lacking) this.log.warn(now ? `not ready: ${now}` : 'ready again');
    this.lacking = now;
    return problems;
  }

  private async ask(): Promise<string[]> {
    try {
      await this.source.query('SELECT 1');
      return await schemaProblems(this.source, migrationNames());
    } catch {
      this.looked = 0;
      return ['the database does not answer'];
    }
  }
}
