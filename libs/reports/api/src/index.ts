export { REPORTS_ENTITIES, ReportsModule, ReportsWorkerModule } from './reports.module.js';
export { CloseWeekCommand } from './close-week.command.js';
export { CloseWeekJob } from './close-week.job.js';
export { ReportByHand, type ReportByHandLine } from './report-by-hand.js';
export { EditionMaker } from './edition-maker.js';
export { ReportsFacade } from './reports.facade.js';
