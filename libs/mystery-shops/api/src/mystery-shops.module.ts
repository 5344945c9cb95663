import { Module } from '@nestjs/common';
import { AuditsModule } from '@wheelhouse/audits-api';
import { IdentityModule, TrailNames } from '@wheelhouse/identity-api';
import { OrgModule } from '@wheelhouse/org-api';
import { StandardsModule } from '@wheelhouse/standards-api';
import { AssignShopsCommand } from './assign-shops.command.js';
import { CreateWaveCommand } from './create-wave.command.js';
import { ReleaseWaveCommand } from './release-wave.command.js';
import { ReleaseWaveJob } from './release-wave.job.js';
import { WaveEntity } from './wave.entity.js';
import { WavesController } from './waves.controller.js';
import { WavesFacade } from './waves.facade.js';
import { WavesRepository } from './waves.repository.js';
import { WavesService } from './waves.service.js';

export const MYSTERY_SHOPS_ENTITIES = [WaveEntity];

/** Waves of mystery shops: planned, assigned, released. */
@Module({
  imports: [IdentityModule, OrgModule, StandardsModule, AuditsModule],
  controllers: [WavesController],
  providers: [WavesService, CreateWaveCommand, AssignShopsCommand, ReleaseWaveCommand, WavesRepository, WavesFacade],
  exports: [WavesFacade, WavesService, ReleaseWaveCommand, WavesRepository],
})
export class MysteryShopsModule {
  constructor(names: TrailNames) {
    names.know('waves');
  }
}

/** What only a worker does: waves are released on their day. */
@Module({
  imports: [MysteryShopsModule, IdentityModule, OrgModule],
  providers: [ReleaseWaveJob],
  exports: [ReleaseWaveJob],
})
export class MysteryShopsWorkerModule {}
