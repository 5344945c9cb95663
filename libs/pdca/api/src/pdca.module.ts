import { Module } from '@nestjs/common';
import { IdentityModule, TrailNames } from '@wheelhouse/identity-api';
import { OrgModule } from '@wheelhouse/org-api';
import { StandardsModule } from '@wheelhouse/standards-api';
import { AdvanceCycleCommand } from './advance-cycle.command.js';
import { CycleAccess } from './cycle-access.js';
import { CycleFactsLoader } from './cycle-facts.loader.js';
import { CycleFollowUp } from './cycle-follow-up.js';
import { CycleMetricsRepository } from './cycle-metrics.repository.js';
import { CyclePassageEntity } from './cycle-passage.entity.js';
import { CyclePassageWriter } from './cycle-passage.writer.js';
import { CycleReferences } from './cycle-references.js';
import { CycleEntity } from './cycle.entity.js';
import { CycleReader } from './cycle.reader.js';
import { CyclesController } from './cycles.controller.js';
import { CyclesRepository } from './cycles.repository.js';
import { CyclesService } from './cycles.service.js';
import { MetricGuard } from './metric.guard.js';
import { ObjectiveFigures } from './objective-figures.service.js';
import { ObjectiveEntity } from './objective.entity.js';
import { ObjectivesController } from './objectives.controller.js';
import { ObjectivesRepository } from './objectives.repository.js';
import { ObjectivesService } from './objectives.service.js';
import { OpenNextCycleCommand } from './open-next-cycle.command.js';
import { PassagesRepository } from './passages.repository.js';
import { PdcaFacade } from './pdca.facade.js';
import { TurnsRepository } from './turns.repository.js';

/** For the data source of the composition root. */
export const PDCA_ENTITIES = [CycleEntity, ObjectiveEntity, CyclePassageEntity];

/** PDCA cycles: objectives with baseline and measured effect, and the gates between the phases. */
@Module({
  imports: [IdentityModule, OrgModule, StandardsModule],
  controllers: [CyclesController, ObjectivesController],
  providers: [
    CyclesRepository,
    ObjectivesRepository,
    PassagesRepository,
    TurnsRepository,
    CycleMetricsRepository,
    CycleAccess,
    CycleFactsLoader,
    CycleReferences,
    CycleReader,
    ObjectiveFigures,
    MetricGuard,
    ObjectivesService,
    CyclesService,
    CyclePassageWriter,
    OpenNextCycleCommand,
    CycleFollowUp,
    AdvanceCycleCommand,
    PdcaFacade,
  ],
  exports: [PdcaFacade],
})
export class PdcaModule {
  constructor(names: TrailNames) {
    names.know('cycles', 'objectives');
  }
}
