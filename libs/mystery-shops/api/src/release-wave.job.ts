import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { localDateIn } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import { JobsService } from '@wheelhouse/platform-jobs';
import { ReleaseWaveCommand } from './release-wave.command.js';
import { WavesRepository } from './waves.repository.js';

/** Publishes the approved shops of waves whose release day has come, once, however many workers look. */
@Injectable()
export class ReleaseWaveJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
    private readonly waves: WavesRepository,
    private readonly releasing: ReleaseWaveCommand,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<{ tenantId: string; waveId: string }>('release-wave', ({ data }) =>
      this.identity.runAsSystem(data.tenantId, 'en', (ctx) => this.releasing.runIfDue(ctx, data.waveId)),
    );
  }

  /** Only enqueues. What was due while no worker ran is found by the next tick. */
  @Cron('30 */5 * * * *', { name: 'release-wave' })
  async tick(): Promise<void> {
    for (const tenant of await this.org.tenantsToClose()) {
      await this.identity.runAsSystem(tenant.id, 'en', async (ctx) => {
        for (const waveId of await this.waves.due(ctx, localDateIn(ctx.now, ctx.timeZone))) {
          await this.jobs.enqueue(ctx.em, 'release-wave', { tenantId: tenant.id, waveId }, { key: waveId });
        }
      });
    }
  }
}
