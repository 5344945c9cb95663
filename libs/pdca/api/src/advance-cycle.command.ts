import { Injectable } from '@nestjs/common';
import { type AdvanceCycleBody, CYCLE_PHASES, type CyclePhase, type CycleResponse } from '@wheelhouse/contracts';
import { DomainError, localize } from '@wheelhouse/kernel';
import { type Fact, gateOf, gateText, PHASE_TEXTS } from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { CycleAccess } from './cycle-access.js';
import { CycleFactsLoader } from './cycle-facts.loader.js';
import { CycleFollowUp } from './cycle-follow-up.js';
import { CyclePassageWriter } from './cycle-passage.writer.js';
import { CycleReader } from './cycle.reader.js';

/** Passes a cycle through its next gate, under a lock: however many try at once, one does. */
@Injectable()
export class AdvanceCycleCommand {
  constructor(
    private readonly access: CycleAccess,
    private readonly loader: CycleFactsLoader,
    private readonly writes: CyclePassageWriter,
    private readonly followUp: CycleFollowUp,
    private readonly reader: CycleReader,
  ) {}

  /**
   * @throws NOT_FOUND; CONFLICT.STALE when somebody has passed this gate already; REQUEST.INVALID when `to` is not the
   * next phase; CYCLE.GATE with every missing fact
   */
  async execute(ctx: Ctx, id: string, { to, why }: AdvanceCycleBody): Promise<CycleResponse> {
    const cycle = await this.access.lock(ctx, id);
    const [whole] = await this.loader.load(ctx, [cycle]);
    const gate = whole && gateOf(whole.facts);
    if (!gate || isBehind(to, cycle.phase)) throw new DomainError('CONFLICT.STALE');
    if (gate.to !== to)
      throw new DomainError('REQUEST.INVALID', {}, [{ field: 'to', code: 'FIELD.ENUM', params: { allowed: gate.to } }]);
    const missing = gate.facts.filter((fact) => !fact.present);
    if (missing.length > 0) throw closedGate(ctx, to, missing);
    await this.writes.pass(ctx, cycle, to, why);
    if (to === 'closed') await this.followUp.execute(ctx, cycle, whole.objectives);
    return this.reader.get(ctx, id);
  }
}

const isBehind = (to: CyclePhase, phase: CyclePhase) => CYCLE_PHASES.indexOf(to) <= CYCLE_PHASES.indexOf(phase);

function closedGate(ctx: Ctx, to: CyclePhase, missing: Fact[]): DomainError {
  const params = { to: localize(PHASE_TEXTS[to], ctx.locale), count: missing.length };
  const facts = missing.map((fact) => ({
    field: fact.code,
    code: 'GATE.MISSING',
    params: { what: gateText(fact, ctx.locale) },
  }));
  return new DomainError('CYCLE.GATE', params, facts);
}
