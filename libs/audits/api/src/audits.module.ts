import { Module } from '@nestjs/common';
import { IdentityModule } from '@wheelhouse/identity-api';
import { OrgModule } from '@wheelhouse/org-api';
import { ScoringModule } from '@wheelhouse/scoring-api';
import { StandardsModule } from '@wheelhouse/standards-api';
import { AssignManyCommand } from './assign-many.command.js';
import { AssignmentEntity } from './assignment.entity.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsService } from './assignments.service.js';
import { AuditEntity } from './audit.entity.js';
import { AuditListsRepository } from './audit-lists.repository.js';
import { AuditSummaries } from './audit-summaries.js';
import { AuditTargets } from './audit-target.js';
import { AuditsController } from './audits.controller.js';
import { AuditsFacade } from './audits.facade.js';
import { AuditsInbox } from './audits-inbox.js';
import { AuditsRepository } from './audits.repository.js';
import { AuditsService } from './audits.service.js';
import { CancelAssignmentCommand } from './cancel-assignment.command.js';
import { ComparisonRepository } from './comparison.repository.js';
import { ComparisonService } from './comparison.service.js';
import { CreateAssignmentCommand } from './create-assignment.command.js';
import { DiscardAuditCommand } from './discard-audit.command.js';
import { ExpireAssignmentsJob } from './expire-assignments.job.js';
import { ExportAuditsQuery } from './export-audits.query.js';
import { FiguresRepository } from './figures.repository.js';
import { FindingEntity } from './finding.entity.js';
import { FindingsController } from './findings.controller.js';
import { FindingsRepository } from './findings.repository.js';
import { FindingsService } from './findings.service.js';
import { PublishShopsCommand } from './publish-shops.command.js';
import { ReviewAuditCommand } from './review-audit.command.js';
import { SaveAuditCommand } from './save-audit.command.js';
import { SectionScoreEntity } from './section-score.entity.js';
import { StartAuditCommand } from './start-audit.command.js';
import { SubmissionsRepository } from './submissions.repository.js';
import { SubmitAuditCommand } from './submit-audit.command.js';
import { SurroundingsRepository } from './surroundings.repository.js';

export const AUDITS_ENTITIES = [AssignmentEntity, AuditEntity, SectionScoreEntity, FindingEntity];

/** Assignments, audits with their answers and findings, and what waits for whom. */
@Module({
  imports: [IdentityModule, OrgModule, StandardsModule, ScoringModule],
  controllers: [AssignmentsController, AuditsController, FindingsController],
  providers: [
    AuditsFacade,
    AuditsService,
    ComparisonService,
    AssignmentsService,
    FindingsService,
    AuditsInbox,
    AuditTargets,
    AuditSummaries,
    StartAuditCommand,
    SaveAuditCommand,
    SubmitAuditCommand,
    ReviewAuditCommand,
    DiscardAuditCommand,
    ExportAuditsQuery,
    PublishShopsCommand,
    CreateAssignmentCommand,
    AssignManyCommand,
    CancelAssignmentCommand,
    AuditsRepository,
    AuditListsRepository,
    SubmissionsRepository,
    SurroundingsRepository,
    AssignmentsRepository,
    ComparisonRepository,
    FiguresRepository,
    FindingsRepository,
  ],
  exports: [AuditsFacade, AuditsInbox],
})
export class AuditsModule {}

/** What only a worker does: assignments expire. */
@Module({
  imports: [AuditsModule, IdentityModule, OrgModule],
  providers: [ExpireAssignmentsJob],
  exports: [ExpireAssignmentsJob],
})
export class AuditsWorkerModule {}
