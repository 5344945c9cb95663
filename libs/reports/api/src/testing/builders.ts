import { auditFeatures } from '@wheelhouse/audits-api/testing';
import type { ScoreSource } from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import type { TestTenant } from '@wheelhouse/identity-api/testing';
import { addDays, parseWeek, type Week, type Weekday } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { anObservation } from '@wheelhouse/scoring-api/testing';
import type { TestStandard } from '@wheelhouse/standards-api/testing';
import { CloseWeekCommand } from '../close-week.command.js';
import { REPORTS_ENTITIES, ReportsModule } from '../reports.module.js';

/** For `startApp`: everything up to reports. */
export const reportFeatures = {
  imports: [...auditFeatures.imports, ReportsModule],
  entities: [...auditFeatures.entities, ...REPORTS_ENTITIES],
};

export interface GivenScores {
  outletId: string;
  standard: TestStandard;
  /** `2026-W46`; visits are on the week's first day and after. */
  week: string;
  scores: number[];
  source?: ScoreSource;
  redLines?: string[];
}

/** Counted observations of one outlet in one week. */
export async function scoresOf(t: TestTenant, given: GivenScores): Promise<void> {
  const { outletId, standard, week, scores, source = 'audit', redLines = [] } = given;
  const facade = t.app.get(ScoringFacade);
  await t.app.get(IdentityFacade).runAsSystem(t.id, 'en', async (ctx) => {
    const { start } = parseWeek(week, ctx.weekStart) as Week;
    for (const [i, score] of scores.entries()) {
      const visitDate = addDays(start, Math.min(i, 6));
      const failed = redLines.length > 0;
      await facade.record(
        ctx,
        anObservation({ outletId, standardVersionId: standard.id, visitDate, score, source, redLines, failed }),
      );
    }
  });
}

/** An outlet that was audited in one or several weeks. */
export async function aScoredOutlet(
  t: TestTenant,
  given: { standard: TestStandard; weeks: Record<string, number[]> } & Parameters<typeof anOutlet>[1],
): Promise<Awaited<ReturnType<typeof anOutlet>>> {
  const { standard, weeks, ...rest } = given;
  const outlet = await anOutlet(t, rest);
  for (const [week, scores] of Object.entries(weeks))
    await scoresOf(t, { outletId: outlet.id, standard, week, scores });
  return outlet;
}

/** Closes a week as the worker does. Answers false when it was closed already. */
export function theWeekClosed(t: TestTenant, key: string): Promise<boolean> {
  return t.app
    .get(IdentityFacade)
    .runAsSystem(t.id, 'en', (ctx) =>
      t.app.get(CloseWeekCommand).run(ctx, parseWeek(key, ctx.weekStart as Weekday) as Week),
    );
}
