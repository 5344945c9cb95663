import { Injectable } from '@nestjs/common';
import type { Metric } from '@wheelhouse/contracts';
import { DomainError, type FieldProblem } from '@wheelhouse/kernel';
import { metricProblem } from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';

/** Lets no metric pass that names a section or item which the cycle's standard does not have. */
@Injectable()
export class MetricGuard {
  constructor(private readonly standards: StandardsFacade) {}

  /** @throws CYCLE.METRIC with the field; without a standard only whole scores can be measured */
  async requireFit(ctx: Ctx, standardVersionId: string | null, metric: Metric): Promise<void> {
    const problem = await this.problem(ctx, standardVersionId, metric);
    if (!problem) return;
    const named: FieldProblem = { field: `metric.${problem.field}`, code: 'FIELD.NOT_FOUND' };
    const field = standardVersionId ? named : { field: 'standardVersionId', code: 'FIELD.REQUIRED' };
    throw new DomainError('CYCLE.METRIC', { what: problem.what }, [field]);
  }

  /** The same for a change of the standard under objectives that are set already. @throws CYCLE.METRIC */
  async requireFits(ctx: Ctx, standardVersionId: string | null, metrics: Metric[]): Promise<void> {
    for (const metric of metrics) {
      const problem = await this.problem(ctx, standardVersionId, metric);
      if (problem)
        throw new DomainError('CYCLE.METRIC', { what: problem.what }, [
          { field: 'standardVersionId', code: 'FIELD.NOT_FOUND' },
        ]);
    }
  }

  private async problem(ctx: Ctx, standardVersionId: string | null, metric: Metric) {
    if (metric.kind === 'source_score') return null;
    const body = standardVersionId ? (await this.standards.version(ctx, standardVersionId)).body : null;
    return metricProblem(metric, body);
  }
}
