import { Injectable } from '@nestjs/common';
import type {
  CreateTenantBody,
  Page,
  SetupBody,
  SetupStateResponse,
  TenantResponse,
  UpdateTenantBody,
} from '@wheelhouse/contracts';
import { normalizeEmail } from '@wheelhouse/identity-domain';
import { DomainError, type Locale, localDateIn, negotiateLocale, newId } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { Clock, decodeCursor, pageOf, TenantTransactions } from '@wheelhouse/platform-db';
import { originOf, type RequestWithContext } from '@wheelhouse/platform-http';
import type { ListTenantsQuery } from './dto/tenants.dto.js';
import { CreateTenantCommand } from './create-tenant.command.js';
import { MembersRepository } from './members.repository.js';
import { OperatorEntriesRepository } from './operator-entries.repository.js';
import { NewPasswords } from './new-passwords.js';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import { TenantsRepository } from './tenants.repository.js';
import { TrailService } from './trail.service.js';

/** What the operator does, and the first run of an empty installation. */
@Injectable()
export class TenantsService {
  constructor(
    private readonly tenants: TenantsRepository,
    private readonly members: MembersRepository,
    private readonly people: PeopleRepository,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly createTenant: CreateTenantCommand,
    private readonly trail: TrailService,
    private readonly entries: OperatorEntriesRepository,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  async page({ cursor, limit = 50, ...filter }: ListTenantsQuery): Promise<Page<TenantResponse>> {
    const [after = null] = cursor ? decodeCursor(cursor, 1) : [null];
    const rows = await this.tenants.page(after, limit + 1, filter);
    const { items, nextCursor } = pageOf(rows, limit, ({ slug }) => [slug]);
    return { items: await Promise.all(items.map(this.counted)), nextCursor };
  }

  /** Its administrator's account is new: who has one is invited. @throws MEMBER.HAS_ACCOUNT */
  async create(body: CreateTenantBody, request: RequestWithContext): Promise<TenantResponse> {
    const { admin } = body;
    await this.newPasswords.check(admin.password, 'admin.password', [admin.email, admin.name, body.slug]);
    const actor = request.caller?.actor;
    const by = actor?.name ?? null;
    const origin = { personId: actor?.personId ?? null, name: by, ip: request.ip, locale: localeOf(request) };
    const email = normalizeEmail(admin.email);
    const id = await this.createTenant.run(body, origin, async (em, tenantId) => {
      if (await this.people.findByEmail(email, em)) throw new DomainError('MEMBER.HAS_ACCOUNT', { email });
      await this.entries.record(em, { at: this.clock.now(), by, action: 'tenant.create', tenantId, slug: body.slug });
    });
    return this.get(id);
  }

  /** Suspends a tenant or lets it work again. One that is being closed must be kept first: 409 `TENANT.CLOSING`. */
  async update(id: string, { status }: UpdateTenantBody, request: RequestWithContext): Promise<TenantResponse> {
    const before = await this.get(id);
    if (before.status === 'closing') {
      throw new DomainError('TENANT.CLOSING', { date: localDateIn(new Date(before.deleteAt ?? 0), before.timeZone) });
    }
    if (before.status === status || !(await this.tenants.setStatus(id, status))) return before;
    const action = status === 'active' ? 'tenant.resume' : 'tenant.suspend';
    const actor = request.caller?.actor;
    const at = this.clock.now();
    const who = { personId: actor?.personId ?? null, name: actor?.name ?? null, ip: request.ip };
    await this.transactions.run({ tenantId: id }, async (em) => {
      await this.entries.record(em, { at, by: who.name, action, tenantId: id, slug: before.slug });
      await this.trail.write(
        em,
        { tenantId: id, at, ...who, origin: originOf(request) },
        {
          ...{ action: 'tenant.update', objectType: 'tenant', objectId: id },
          ...{ before: { status: before.status }, after: { status } },
        },
      );
    });
    return this.get(id);
  }

  private async get(id: string): Promise<TenantResponse> {
    const tenant = await this.tenants.find(id);
    if (!tenant) throw new DomainError('NOT_FOUND');
    return this.counted(tenant);
  }

  private readonly counted = async (tenant: Omit<TenantResponse, 'members'>): Promise<TenantResponse> => ({
    ...tenant,
    members: await this.members.count(tenant.id),
  });

  async setupState(): Promise<SetupStateResponse> {
    return { needed: !(await this.people.anybody()), demo: this.config.WHEELHOUSE_DEMO };
  }

  /** Makes operator, first tenant and its administrator together; only while nobody exists. Two at once: one wins. */
  async setUp(body: SetupBody, request: RequestWithContext): Promise<void> {
    if (await this.people.anybody()) throw new DomainError('SETUP.DONE');
    const { operator, tenant } = body;
    const { admin } = tenant;
    await this.newPasswords.check(operator.password, 'operator.password', [operator.email, operator.name]);
    await this.newPasswords.check(admin.password, 'tenant.admin.password', [admin.email, admin.name, tenant.slug]);
    const passwordHash = await this.passwords.hash(operator.password);
    const locale = localeOf(request);
    await this.createTenant.run(tenant, { personId: null, name: operator.name, ip: request.ip, locale }, async (em) => {
      if (await this.people.anybodyLocked(em)) throw new DomainError('SETUP.DONE');
      await this.people.insert(em, {
        id: newId(),
        email: normalizeEmail(operator.email),
        name: operator.name,
        passwordHash,
        isOperator: true,
        locale,
      });
    });
  }
}

/** New people begin in the language of who sets them up. */
const localeOf = (request: RequestWithContext): Locale => negotiateLocale(request.headers['accept-language']);
