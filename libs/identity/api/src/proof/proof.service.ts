import { Injectable } from '@nestjs/common';
import type { ProofResponse, ProveBody } from '@wheelhouse/contracts';
import { proofUntil, proofWay } from '@wheelhouse/identity-domain';
import { Clock } from '@wheelhouse/platform-db';
import type { RequestWithContext } from '@wheelhouse/platform-http';
import { SecondFactorsService } from '../second-factor/second-factors.service.js';
import { SessionsRepository } from '../sessions.repository.js';
import { signedIn } from '../signed-in.js';
import { OwnPassword } from './own-password.js';

/** Proving anew who one is, before what guards the account is changed: see `@ProvenLately()`. */
@Injectable()
export class ProofService {
  constructor(
    private readonly password: OwnPassword,
    private readonly factors: SecondFactorsService,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  async state(request: RequestWithContext): Promise<ProofResponse> {
    const { personId } = signedIn(request);
    const tenantBound = request.caller?.tenantBound ?? false;
    const secondFactor = !tenantBound && (await this.factors.isEnabled(personId));
    const until = proofUntil(request.caller?.provenAt ?? null, this.clock.now());
    return { way: proofWay({ tenantBound, secondFactor }), until: until?.toISOString() ?? null };
  }

  /** @throws AUTH.WRONG_PASSWORD, SECOND_FACTOR.WRONG_CODE, AUTH.THROTTLED */
  async prove(request: RequestWithContext, { password, code }: ProveBody): Promise<void> {
    const { personId, sessionId, ip } = signedIn(request);
    await this.password.check(personId, password, ip, 'password');
    if (await this.factors.isEnabled(personId)) await this.factors.prove(personId, code ?? '', ip);
    await this.sessions.markProven(sessionId, this.clock.now());
  }
}
