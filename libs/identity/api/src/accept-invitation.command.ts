import { Injectable } from '@nestjs/common';
import type { AcceptInvitationBody, InvitationView } from '@wheelhouse/contracts';
import { DomainError, newId } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import { GrantsRepository } from './grants.repository.js';
import { type InvitationRow, InvitationsRepository } from './invitations.repository.js';
import { nameGrant } from './invitations.service.js';
import { MembersRepository } from './members.repository.js';
import { hashToken, tenantOfToken } from './one-time-token.js';
import { NewPasswords } from './new-passwords.js';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import { type Origin, SessionsService } from './sessions.service.js';
import { type SignedInOrHalfWay, SignInService } from './sign-in/sign-in.service.js';
import { type TenantFace, TenantsRepository } from './tenants.repository.js';
import { TrailService } from './trail.service.js';

/** What the invited person does with the link. The token names its tenant; everything is read and written inside it. */
@Injectable()
export class AcceptInvitationCommand {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly grants: GrantsRepository,
    private readonly people: PeopleRepository,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly sessions: SessionsService,
    private readonly signIn: SignInService,
    private readonly tenants: TenantsRepository,
    private readonly trail: TrailService,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  /** What the link invites to, as what, and whether the address has an account. @throws INVITATION.* */
  async look(token: string): Promise<InvitationView> {
    const tenant = await this.tenantOf(token);
    return this.transactions.run({ tenantId: tenant.id }, async (em) => {
      const row = await this.live(em, tenant.id, token, false);
      const { email, name, locale, invitedBy, expiresAt } = row;
      const names = await this.grants.scopeNames(em, tenant.id, row.grants);
      return {
        tenant: { name: tenant.name, accent: tenant.accent },
        ...{ invitedBy, email, name, locale },
        grants: row.grants.map((grant) => nameGrant(grant, names)),
        expiresAt: expiresAt.toISOString(),
        hasAccount: (await this.people.findByEmail(email, em)) !== null,
      };
    });
  }

  /**
   * Makes the account of a new person with the password that they choose, or takes the password of the account that there is,
   * and signs in, or asks for the second step. @throws INVITATION.*, AUTH.FAILED, AUTH.THROTTLED, REQUEST.INVALID for a short password or no name
   */
  async accept(body: AcceptInvitationBody, origin: Origin): Promise<SignedInOrHalfWay> {
    const tenant = await this.tenantOf(body.token);
    const { email, locale } = await this.transactions.run({ tenantId: tenant.id }, (em) =>
      this.live(em, tenant.id, body.token, false),
    );
    const known = await this.people.findByEmail(email);
    const name = body.name?.trim() ?? '';
    if (known) await this.sessions.whoKnows(email, body.password, origin);
    else {
      if (!name) throw new DomainError('REQUEST.INVALID', {}, [{ field: 'name', code: 'FIELD.REQUIRED' }]);
      await this.newPasswords.check(body.password, 'password', [email, name]);
    }
    const person = known ?? {
      ...{ id: newId(), email, name, isOperator: false, locale: body.locale ?? locale },
      passwordHash: await this.passwords.hash(body.password),
    };
    await this.transactions.run({ tenantId: tenant.id }, async (em) => {
      const row = await this.live(em, tenant.id, body.token, true);
      if (!known) await this.people.insert(em, person);
      await this.admit(em, tenant.id, row, person, origin.ip);
    });
    return this.signIn.proceed(person, tenant.id, origin);
  }

  /** Takes the invitation as whom one is signed in as; answers the tenant to go on in. @throws INVITATION.OTHER_PERSON */
  async join(token: string, personId: string, ip: string | null): Promise<string> {
    const tenant = await this.tenantOf(token);
    await this.transactions.run({ tenantId: tenant.id }, async (em) => {
      const row = await this.live(em, tenant.id, token, true);
      const person = await this.people.findById(personId, em);
      if (person?.email !== row.email) throw new DomainError('INVITATION.OTHER_PERSON', { email: row.email });
      await this.admit(em, tenant.id, row, person, ip);
    });
    return tenant.id;
  }

  /**
   * Takes in whom the tenant's own provider vouches for, if the address is invited; makes the account where there is none, with
   * no password. @throws SSO.NOT_MEMBER
   */
  async admitVerified(
    em: EntityManager,
    tenantId: string,
    { email, name }: { email: string; name: string | null },
    ip: string,
  ): Promise<{ id: string; name: string }> {
    const row = await this.invitations.findOpen(em, tenantId, email, this.clock.now());
    if (!row) throw new DomainError('SSO.NOT_MEMBER');
    const known = await this.people.findByEmail(email, em);
    const { locale } = row;
    const made = { id: newId(), email, name: name?.slice(0, 100) || row.name, isOperator: false, locale };
    if (!known) await this.people.insert(em, { ...made, passwordHash: 'none' });
    await this.admit(em, tenantId, row, known ?? made, ip);
    return known ?? made;
  }

  private async tenantOf(token: string): Promise<TenantFace> {
    const id = tenantOfToken(token);
    const tenant = id && (await this.tenants.findActive(id));
    if (!tenant) throw new DomainError('INVITATION.INVALID');
    return tenant;
  }

  /** The invitation behind a token, if it can still be taken. */
  private async live(em: EntityManager, tenantId: string, token: string, lock: boolean): Promise<InvitationRow> {
    const row = await this.invitations.findByToken(em, tenantId, hashToken(token), lock);
    if (!row) throw new DomainError('INVITATION.INVALID');
    if (row.acceptedAt) throw new DomainError('INVITATION.USED');
    if (row.revokedAt) throw new DomainError('INVITATION.REVOKED');
    if (row.expiresAt <= this.clock.now()) throw new DomainError('INVITATION.EXPIRED');
    const member = await this.members.findByEmail(em, tenantId, row.email);
    const { email } = row;
    if (member)
      throw new DomainError(member.status === 'active' ? 'INVITATION.MEMBER' : 'INVITATION.INACTIVE_MEMBER', { email });
    return row;
  }

  private async admit(
    em: EntityManager,
    tenantId: string,
    row: InvitationRow,
    person: { id: string; name: string },
    ip: string | null,
  ): Promise<void> {
    const at = this.clock.now();
    const memberId = newId();
    await this.members.insert(em, tenantId, { id: memberId, personId: person.id });
    for (const grant of row.grants) {
      if (!(await this.grants.scopeExists(em, tenantId, grant))) throw new DomainError('INVITATION.SCOPE_GONE');
      await this.grants.insert(em, tenantId, memberId, grant);
    }
    await this.invitations.accept(em, tenantId, row.id, memberId, at);
    await this.trail.write(
      em,
      { tenantId, at, personId: person.id, name: person.name, ip },
      {
        action: 'invitation.accept',
        objectType: 'member',
        objectId: memberId,
        after: { email: row.email, grants: row.grants },
      },
    );
  }
}
