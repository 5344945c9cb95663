import { Injectable } from '@nestjs/common';
import type { EnrolmentResponse, RecoveryCodesResponse, SecondFactorResponse } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { renderSVG } from 'uqr';
import { Passwords } from '../passwords.js';
import { PeopleRepository } from '../people.repository.js';
import type { PersonEntity } from '../person.entity.js';
import { SecretBox } from '../secret-box.js';
import { SecurityNotice } from '../security-notice.js';
import { SessionsRepository } from '../sessions.repository.js';
import { SignInRulesRepository } from '../sign-in/sign-in-rules.repository.js';
import { Throttle } from '../throttle.js';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.js';
import { SecondFactorsRepository } from './second-factors.repository.js';

/** A code holds for its half minute and the ones beside it: clocks differ. */
const TOLERANCE_SECONDS = 30;

export interface Who {
  personId: string;
  sessionId: string;
  ip: string;
}

/** The authenticator app of a person: to set up, to prove, to end. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly people: PeopleRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsRepository,
    private readonly rules: SignInRulesRepository,
    private readonly throttle: Throttle,
    private readonly notice: SecurityNotice,
    private readonly box: SecretBox,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  async state(personId: string): Promise<SecondFactorResponse> {
    const factor = await this.factors.find(personId);
    const since = factor?.confirmedAt?.toISOString() ?? null;
    return {
      enabled: since !== null,
      since,
      recoveryCodesLeft: since ? await this.factors.codesLeft(personId) : 0,
      required: await this.rules.isAskedOf(personId),
    };
  }

  async isEnabled(personId: string): Promise<boolean> {
    return (await this.factors.find(personId))?.confirmedAt != null;
  }

  /** @throws SECOND_FACTOR.ENABLED */
  async begin(personId: string): Promise<EnrolmentResponse> {
    const person = await this.people.findById(personId);
    if (!person) throw new DomainError('AUTH.REQUIRED');
    return this.enrol(person);
  }

  /** A new secret for an authenticator app; it counts once it is confirmed. @throws SECOND_FACTOR.ENABLED */
  async enrol({ id, email }: Pick<PersonEntity, 'id' | 'email'>): Promise<EnrolmentResponse> {
    const secret = generateSecret();
    if (!(await this.factors.begin(id, this.box.seal(secret, 'second-factor', id))))
      throw new DomainError('SECOND_FACTOR.ENABLED');
    const uri = generateURI({ issuer: 'Wheelhouse', label: email, secret });
    return { secret, uri, qr: renderSVG(uri, { border: 2 }) };
  }

  /** Confirms it with its first code: from now on it is asked for; the session that did it counts as proven. */
  async confirm({ personId, sessionId, ip }: Who, code: string): Promise<RecoveryCodesResponse> {
    const made = await this.confirmEnrolment(personId, code, ip);
    await this.sessions.markSecondFactor(sessionId);
    return made;
  }

  /** @throws SECOND_FACTOR.NOT_BEGUN, SECOND_FACTOR.ENABLED, SECOND_FACTOR.WRONG_CODE */
  async confirmEnrolment(personId: string, code: string, ip: string): Promise<RecoveryCodesResponse> {
    const factor = await this.factors.find(personId);
    if (!factor) throw new DomainError('SECOND_FACTOR.NOT_BEGUN');
    if (factor.confirmedAt) throw new DomainError('SECOND_FACTOR.ENABLED');
    await this.counted(personId, ip, () => this.isCode(personId, code));
    const codes = newRecoveryCodes();
    const hashes = await this.hashed(codes, personId);
    await this.transactions.run({}, async (em) => {
      await this.factors.confirm(em, personId, this.clock.now());
      await this.factors.replaceCodes(em, personId, hashes);
    });
    await this.tell(personId, 'second_factor.enable', ip);
    return { recoveryCodes: codes };
  }

  /** Proves it with six digits or a recovery code, none of which works twice. @throws SECOND_FACTOR.WRONG_CODE, AUTH.THROTTLED */
  async prove(personId: string, code: string, ip: string): Promise<void> {
    const recovery = readRecoveryCode(code);
    await this.counted(personId, ip, async () => {
      if (!recovery) return this.isCode(personId, code);
      return this.factors.takeCode(personId, await this.passwords.fingerprint(recovery, personId), this.clock.now());
    });
    if (recovery) await this.tell(personId, 'second_factor.recover', ip);
  }

  /** Ten new recovery codes; the old ones end. */
  async renewCodes({ personId, ip }: Who): Promise<RecoveryCodesResponse> {
    if (!(await this.isEnabled(personId))) throw new DomainError('SECOND_FACTOR.NOT_BEGUN');
    const codes = newRecoveryCodes();
    const hashes = await this.hashed(codes, personId);
    await this.transactions.run({}, (em) => this.factors.replaceCodes(em, personId, hashes));
    await this.tell(personId, 'second_factor.codes', ip);
    return { recoveryCodes: codes };
  }

  /** Switches it off. @throws SECOND_FACTOR.REQUIRED while an organisation of the person asks for it */
  async disable({ personId, ip }: Who): Promise<void> {
    if (await this.rules.isAskedOf(personId)) throw new DomainError('SECOND_FACTOR.REQUIRED');
    if (!(await this.isEnabled(personId))) throw new DomainError('SECOND_FACTOR.NOT_BEGUN');
    await this.transactions.run({}, async (em) => {
      await this.factors.remove(em, personId);
      await this.sessions.unmarkSecondFactor(em, personId);
    });
    await this.tell(personId, 'second_factor.disable', ip);
  }

  /** Whether these are the digits of now, not taken before. */
  private async isCode(personId: string, code: string): Promise<boolean> {
    const token = code.replace(/\s/g, '');
    const factor = await this.factors.find(personId);
    if (!factor || !/^\d{6}$/.test(token)) return false;
    const found = verifySync({
      secret: this.box.open(factor.secret, 'second-factor', personId),
      token,
      epoch: Math.floor(this.clock.now().getTime() / 1000),
      epochTolerance: TOLERANCE_SECONDS,
    });
    return found.valid && 'timeStep' in found && (await this.factors.takeStep(personId, found.timeStep));
  }

  /** Guesses are counted for the person and for the address. */
  private async counted(personId: string, ip: string, isRight: () => Promise<boolean>): Promise<void> {
    const now = this.clock.now();
    await this.throttle.take('secondFactor', personId, ip, now);
    if (await isRight()) return this.throttle.giveBack('secondFactor', personId, ip);
    throw new DomainError('SECOND_FACTOR.WRONG_CODE', {}, [{ field: 'code', code: 'SECOND_FACTOR.WRONG_CODE' }]);
  }

  private async tell(personId: string, action: Parameters<SecurityNotice['send']>[1], ip: string): Promise<void> {
    const person = await this.people.findById(personId);
    if (person) await this.notice.send(person, action, ip);
  }

  private hashed(codes: string[], personId: string): Promise<Buffer[]> {
    return Promise.all(codes.map((code) => this.passwords.fingerprint(code.replaceAll('-', ''), personId)));
  }
}
