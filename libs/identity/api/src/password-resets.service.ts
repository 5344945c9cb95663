import { Injectable, Logger } from '@nestjs/common';
import { PASSWORD_LINK_MINUTES, type PasswordResetView } from '@wheelhouse/contracts';
import { normalizeEmail } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { MailService } from '@wheelhouse/platform-mail';
import type { EntityManager } from 'typeorm';
import { resetLetter } from './account-letters.js';
import { hashToken, newToken } from './one-time-token.js';
import { OutboxService } from './outbox.service.js';
import { PasswordResetsRepository } from './password-resets.repository.js';
import { NewPasswords } from './new-passwords.js';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import type { PersonEntity } from './person.entity.js';
import { SecurityNotice } from './security-notice.js';
import { SessionsRepository } from './sessions.repository.js';
import { Throttle } from './throttle.js';
import { TrailService } from './trail.service.js';

export interface WantedLink {
  email: string;
  ip: string;
}

/** A new password for whoever forgot the old one, by a one-time link in a mail. */
@Injectable()
export class PasswordResetsService {
  private readonly log = new Logger('PasswordResets');

  constructor(
    private readonly resets: PasswordResetsRepository,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly throttle: Throttle,
    private readonly notice: SecurityNotice,
    private readonly trail: TrailService,
    private readonly outbox: OutboxService,
    private readonly mail: MailService,
    private readonly jobs: JobsService,
    private readonly transactions: TenantTransactions,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the wish for a link. Nobody is looked up here: the answer and its time are the same whether or not the e-mail has an
   * account; a worker does the rest. @throws AUTH.THROTTLED, counted alike for every e-mail
   */
  async request(email: string, ip: string): Promise<void> {
    const wanted: WantedLink = { email: normalizeEmail(email), ip };
    const now = this.clock.now();
    await this.throttle.take('resetLink', wanted.email, ip, now);
    await this.transactions.run({}, (em) => this.jobs.enqueue(em, 'password-link', wanted));
  }

  /** Makes the link and its mail, if there is somebody who could sign in with it. The worker's part. */
  async makeLink({ email, ip }: WantedLink): Promise<void> {
    const person = await this.people.findByEmail(email);
    if (!person) return;
    const tenants = await this.sessions.tenantsOf(person.id);
    const [first] = tenants;
    if (!first && !person.isOperator) return;
    const now = this.clock.now();
    const token = newToken();
    const until = new Date(now.getTime() + PASSWORD_LINK_MINUTES * 60_000);
    const only = tenants.length === 1 ? (first ?? null) : null;
    const url = `${this.config.publicUrl}/reset-password/${token}`;
    const letter = { to: email, ...resetLetter({ to: person, sender: only, url, until }, person.locale) };
    const tokenHash = hashToken(token);
    if (!first) {
      if (!this.mail.delivers) this.log.warn('an operator asked for a new password, but no mail server is set');
      else await this.mail.deliver(letter);
    }
    await this.transactions.run({ tenantId: first?.id }, async (em) => {
      await this.resets.insert(em, { personId: person.id, tokenHash, expiresAt: until });
      if (!first) return;
      // An administrator may pass a link on only to somebody who belongs to that tenant alone, now and when another lets them in again: see ADR 0012.
      const isAlone = (await this.sessions.membershipsOf(person.id)) === 1;
      const secret = { text: token, readable: isAlone && !person.isOperator };
      const dedupeKey = `password-link:${tokenHash.toString('hex')}`;
      await this.outbox.put({ em, tenantId: first.id }, { ...letter, secret, dedupeKey });
      await this.trail.write(
        em,
        { tenantId: first.id, at: now, personId: null, name: null, ip },
        { action: 'password.link', objectType: 'person', objectId: person.id, after: { email } },
      );
    });
  }

  /** Whose password a link changes. @throws PASSWORD.LINK when it was used, is too old or never was */
  look(token: string): Promise<PasswordResetView> {
    return this.transactions.run({}, async (em) => {
      const { link, person } = await this.behind(em, token, false);
      return { email: person.email, expiresAt: link.expiresAt.toISOString() };
    });
  }

  /** Sets the new password, once; every session of the person ends, and a mail says so. @throws PASSWORD.LINK */
  async use(token: string, newPassword: string, ip: string): Promise<void> {
    const asked = await this.transactions.run({}, (em) => this.behind(em, token, false));
    await this.newPasswords.check(newPassword, 'newPassword', [asked.person.email, asked.person.name]);
    const passwordHash = await this.passwords.hash(newPassword);
    const person = await this.transactions.run({}, async (em) => {
      const { link, person: owner } = await this.behind(em, token, true);
      await this.people.update(owner.id, { passwordHash }, em);
      await this.resets.use(em, link.id, this.clock.now());
      await this.sessions.removeAll(owner.id, em);
      return owner;
    });
    await this.throttle.clear('signIn', person.email);
    await this.notice.send(person, 'password.reset', ip);
  }

  private async behind(
    em: EntityManager,
    token: string,
    lock: boolean,
  ): Promise<{ link: { id: string; expiresAt: Date }; person: PersonEntity }> {
    const link = await this.resets.findLive(em, hashToken(token), this.clock.now(), lock);
    const person = link && (await this.people.findById(link.personId, em));
    if (!link || !person) throw new DomainError('PASSWORD.LINK');
    return { link, person };
  }
}
