import { Injectable } from '@nestjs/common';
import type { SignInProviderBody, SignInProviderResponse } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { SecretBox } from '../secret-box.js';
import { TrailService } from '../trail.service.js';
import { OidcProviderClient } from './oidc-client.js';
import { SsoRepository } from './sso.repository.js';

/** Everybody may have an address there: such a domain says nothing about an organisation. */
const PUBLIC_MAIL = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com qq.com 163.com 126.com sina.com foxmail.com aliyun.com proton.me'.split(
    ' ',
  ),
);

/** A tenant's own provider: its settings. */
@Injectable()
export class SignInProviderService {
  constructor(
    private readonly repository: SsoRepository,
    private readonly client: OidcProviderClient,
    private readonly box: SecretBox,
    private readonly trail: TrailService,
  ) {}

  async get({ em, tenantId }: Ctx): Promise<SignInProviderResponse> {
    const provider = await this.repository.provider(em, tenantId);
    const ownReturn = provider?.ownReturn ?? true;
    return {
      configured: provider !== null,
      issuer: provider?.issuer ?? '',
      clientId: provider?.clientId ?? '',
      mailDomains: await this.repository.domains(em, tenantId),
      only: await this.repository.isOnly(em, tenantId),
      ownReturn,
      redirectUri: this.client.redirectUri({ tenantId, ownReturn }),
      ownRedirectUri: this.client.redirectUri({ tenantId, ownReturn: true }),
    };
  }

  /** Keeps it once its issuer has answered rightly. @throws SSO.DISCOVERY, SSO.DOMAIN */
  async set(ctx: Ctx, body: SignInProviderBody): Promise<SignInProviderResponse> {
    const { em, tenantId } = ctx;
    const kept = await this.repository.provider(em, tenantId);
    const clientSecret = body.clientSecret || (kept && this.box.open(kept.clientSecret, 'sign-in-provider', tenantId));
    if (!clientSecret)
      throw new DomainError('REQUEST.INVALID', {}, [{ field: 'clientSecret', code: 'FIELD.REQUIRED' }]);
    const mailDomains = [...new Set(body.mailDomains.map((domain) => domain.toLowerCase()))];
    const taken = await this.repository.takenDomains(em, tenantId, mailDomains);
    const i = mailDomains.findIndex((domain) => PUBLIC_MAIL.has(domain) || taken.includes(domain));
    if (i >= 0) {
      const params = { domain: mailDomains[i] ?? '' };
      throw new DomainError('SSO.DOMAIN', params, [{ field: `mailDomains[${i}]`, code: 'SSO.DOMAIN', params }]);
    }
    const { issuer, clientId, only } = body;
    await this.client.discover({ issuer, clientId, clientSecret });
    const before = await this.get(ctx);
    await this.repository.save(em, {
      ...{ tenantId, issuer, clientId },
      clientSecret: this.box.seal(clientSecret, 'sign-in-provider', tenantId),
      ownReturn: body.ownReturn ?? kept?.ownReturn ?? true,
    });
    await this.repository.setDomains(em, tenantId, mailDomains);
    await this.repository.setOnly(em, tenantId, only);
    const after = await this.get(ctx);
    await this.record(ctx, before, { ...after, clientSecret: body.clientSecret ? 'changed' : 'kept' });
    return after;
  }

  /** Goes on with passwords alone. */
  async remove(ctx: Ctx): Promise<void> {
    const before = await this.get(ctx);
    if (!before.configured) throw new DomainError('NOT_FOUND');
    await this.repository.remove(ctx.em, ctx.tenantId);
    await this.repository.setOnly(ctx.em, ctx.tenantId, false);
    await this.record(ctx, before, undefined);
  }

  private record(ctx: Ctx, before: SignInProviderResponse, after: unknown): Promise<void> {
    return this.trail.record(ctx, {
      action: 'sign_in.provider',
      objectType: 'tenant',
      objectId: ctx.tenantId,
      ...(before.configured ? { before } : {}),
      after,
    });
  }
}
