import { Module } from '@nestjs/common';
import { AuditsModule } from '@wheelhouse/audits-api';
import { OrgModule } from '@wheelhouse/org-api';
import { ScoringModule } from '@wheelhouse/scoring-api';
import { StandardsModule } from '@wheelhouse/standards-api';
import { CloseWeekCommand } from './close-week.command.js';
import { CloseWeekJob } from './close-week.job.js';
import { ClosedWeekEntity } from './closed-week.entity.js';
import { ClosedWeeksRepository } from './closed-weeks.repository.js';
import { EditionHistoryRepository } from './edition-history.repository.js';
import { EditionMaker } from './edition-maker.js';
import { EditionRowEntity } from './edition-row.entity.js';
import { EditionRowsRepository } from './edition-rows.repository.js';
import { EditionWriterRepository } from './edition-writer.repository.js';
import { EditionEntity } from './edition.entity.js';
import { EditionsRepository } from './editions.repository.js';
import { MakeEditionCommand } from './make-edition.command.js';
import { MakeReportJob } from './make-report.job.js';
import { PeriodFiguresService } from './period-figures.service.js';
import { RemakeWeekCommand } from './remake-week.command.js';
import { ReportByHand } from './report-by-hand.js';
import { ReportMails } from './report-mails.js';
import { ReportRowsService } from './report-rows.service.js';
import { ReportPolicy } from './report.policy.js';
import { ReportsController } from './reports.controller.js';
import { ReportsFacade } from './reports.facade.js';
import { ReportsService } from './reports.service.js';
import { RequestReportCommand } from './request-report.command.js';

/** Every entity of this feature, for the composition root. */
export const REPORTS_ENTITIES = [ClosedWeekEntity, EditionEntity, EditionRowEntity];

/** Weekly rankings: editions, who reads them, and how they are made. */
@Module({
  imports: [OrgModule, StandardsModule, ScoringModule, AuditsModule],
  controllers: [ReportsController],
  providers: [
    ReportsService,
    ReportsFacade,
    ReportRowsService,
    ReportPolicy,
    RequestReportCommand,
    RemakeWeekCommand,
    CloseWeekCommand,
    MakeEditionCommand,
    EditionMaker,
    PeriodFiguresService,
    ReportMails,
    ReportByHand,
    ClosedWeeksRepository,
    EditionsRepository,
    EditionRowsRepository,
    EditionWriterRepository,
    EditionHistoryRepository,
  ],
  exports: [ReportsFacade, ReportByHand, CloseWeekCommand, RemakeWeekCommand, EditionMaker],
})
export class ReportsModule {}

/** What the worker does for reports: it closes weeks and makes the editions that somebody asked for. */
@Module({ imports: [ReportsModule, OrgModule], providers: [CloseWeekJob, MakeReportJob], exports: [CloseWeekJob] })
export class ReportsWorkerModule {}
