import { Injectable } from '@nestjs/common';
import {
  type EnrolmentResponse,
  type LoginBody,
  type SecondStepBody,
  type SecondStepResponse,
  SIGN_IN_STEP_MINUTES,
} from '@wheelhouse/contracts';
import { normalizeEmail } from '@wheelhouse/identity-domain';
import { DomainError, newId } from '@wheelhouse/kernel';
import { Clock } from '@wheelhouse/platform-db';
import { hashToken, newToken } from '../one-time-token.js';
import { PeopleRepository } from '../people.repository.js';
import type { PersonEntity } from '../person.entity.js';
import { SecondFactorsService } from '../second-factor/second-factors.service.js';
import { type OpenedSession, type Origin, SessionsService } from '../sessions.service.js';
import { SsoRepository } from '../single-sign-on/sso.repository.js';
import type { SignInStepEntity } from './sign-in-step.entity.js';
import { SignInRulesRepository } from './sign-in-rules.repository.js';
import { SignInStepsRepository } from './sign-in-steps.repository.js';

/** Wrong codes after which a half-way sign-in begins anew with the password. */
const STEP_FAILURES = 5;

export type SignedInOrHalfWay = OpenedSession | SecondStepResponse;

/** Signs in: the password, then what else is asked for. No session exists before the last step. */
@Injectable()
export class SignInService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly steps: SignInStepsRepository,
    private readonly factors: SecondFactorsService,
    private readonly rules: SignInRulesRepository,
    private readonly sso: SsoRepository,
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
  ) {}

  /** The refusal is the same for an unknown e-mail and for a wrong password, in words and in time. */
  async signIn({ email, password }: LoginBody, origin: Origin): Promise<SignedInOrHalfWay> {
    const person = await this.sessions.whoKnows(normalizeEmail(email), password, origin);
    const tenants = await this.sessions.tenantsOf(person.id);
    if (tenants.length === 0 && !person.isOperator) throw new DomainError('AUTH.NO_TENANT');
    const closed = await this.sso.closedToPassword(
      person.id,
      tenants.map(({ id }) => id),
    );
    const open = tenants.find(({ id }) => !closed.some((each) => each.id === id));
    if (!open && closed[0] && !person.isOperator) throw new DomainError('SSO.ONLY', { slug: closed[0].slug });
    return this.proceed(person, open?.id ?? null, origin);
  }

  /** Goes on with somebody whose password was right: a session in the tenant, or the second step. */
  async proceed(
    person: Pick<PersonEntity, 'id' | 'name'>,
    tenantId: string | null,
    origin: Origin,
  ): Promise<SignedInOrHalfWay> {
    if (tenantId) await this.sessions.refuseClosed(person.id, tenantId);
    const enabled = await this.factors.isEnabled(person.id);
    if (!enabled && !(await this.rules.isAskedOf(person.id))) return this.sessions.open(person, tenantId, origin);
    const now = this.clock.now();
    const stepToken = newToken();
    const step = enabled ? 'second_factor' : 'enrol';
    const expiresAt = new Date(now.getTime() + SIGN_IN_STEP_MINUTES * 60_000);
    const { browser } = origin;
    const tokenHash = hashToken(stepToken);
    await this.steps.insert({ id: newId(), tokenHash, personId: person.id, tenantId, step, browser, expiresAt }, now);
    return { step, stepToken, expiresAt: expiresAt.toISOString() };
  }

  /** The second step: six digits or a recovery code. @throws AUTH.STEP, SECOND_FACTOR.WRONG_CODE */
  async prove({ stepToken, code }: SecondStepBody, origin: Origin): Promise<OpenedSession> {
    const step = await this.live(stepToken, 'second_factor');
    await this.counted(step, () => this.factors.prove(step.personId, code, origin.ip));
    return this.finish(step, origin);
  }

  /** Begins to set up what is asked for. */
  async enrol(stepToken: string): Promise<EnrolmentResponse> {
    const step = await this.live(stepToken, 'enrol');
    const person = await this.people.findById(step.personId);
    if (!person) throw new DomainError('AUTH.STEP');
    return this.factors.enrol(person);
  }

  /** Confirms it with the first code, and is in. */
  async confirmEnrolment(
    { stepToken, code }: SecondStepBody,
    origin: Origin,
  ): Promise<{ opened: OpenedSession; recoveryCodes: string[] }> {
    const step = await this.live(stepToken, 'enrol');
    const { recoveryCodes } = await this.counted(step, () =>
      this.factors.confirmEnrolment(step.personId, code, origin.ip),
    );
    return { opened: await this.finish(step, origin), recoveryCodes };
  }

  private async live(token: string, kind: SignInStepEntity['step']): Promise<SignInStepEntity> {
    const step = await this.steps.findLive(hashToken(token), this.clock.now());
    if (step?.step !== kind) throw new DomainError('AUTH.STEP');
    return step;
  }

  private async counted<T>(step: SignInStepEntity, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'SECOND_FACTOR.WRONG_CODE')
        await this.steps.fail(step.id, STEP_FAILURES);
      throw error;
    }
  }

  private async finish(step: SignInStepEntity, origin: Origin): Promise<OpenedSession> {
    const person = await this.people.findById(step.personId);
    if (!person || !(await this.steps.take(step.id))) throw new DomainError('AUTH.STEP');
    return this.sessions.open(person, step.tenantId, { ...origin, browser: step.browser }, { secondFactor: true });
  }
}
