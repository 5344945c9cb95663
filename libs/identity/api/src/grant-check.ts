import { Injectable } from '@nestjs/common';
import { type GrantBody, ROLE_PERMISSIONS } from '@wheelhouse/contracts';
import { carries, isGrantable } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { GrantsRepository } from './grants.repository.js';

/** Whether roles may be granted as somebody asks. */
@Injectable()
export class GrantCheck {
  constructor(private readonly grants: GrantsRepository) {}

  /** @throws MEMBER.SCOPE, or REQUEST.INVALID naming `<path>.scopeId`, when the role cannot be held there */
  async check(ctx: Ctx, grant: GrantBody, path = ''): Promise<void> {
    this.refuseMore(ctx, grant);
    const field = (name: string) => (path ? `${path}.${name}` : name);
    const needsPlace = grant.scopeKind === 'org_unit' || grant.scopeKind === 'outlet';
    if (needsPlace && !grant.scopeId && isGrantable(grant.role, grant.scopeKind, 'some place')) {
      throw new DomainError('REQUEST.INVALID', {}, [{ field: field('scopeId'), code: 'FIELD.REQUIRED' }]);
    }
    if (!isGrantable(grant.role, grant.scopeKind, grant.scopeId)) {
      throw new DomainError('MEMBER.SCOPE', {}, [
        { field: field('scopeKind'), code: 'FIELD.FORMAT', params: { expected: grant.role } },
      ]);
    }
    if (!(await this.grants.scopeExists(ctx.em, ctx.tenantId, grant))) {
      throw new DomainError('REQUEST.INVALID', {}, [{ field: field('scopeId'), code: 'FIELD.NOT_FOUND' }]);
    }
  }

  /** Nobody is given by a token what it does not carry itself: it could be used in that one's name. @throws TOKEN.SCOPE */
  refuseMore({ actor }: Ctx, { role }: Pick<GrantBody, 'role'>): void {
    const permission = ROLE_PERMISSIONS[role].find((each) => !carries(actor, each));
    if (permission) throw new DomainError('TOKEN.SCOPE', { permission });
  }

  /** The same for several, which must also differ; `path` names the list. */
  async checkAll(ctx: Ctx, grants: GrantBody[], path = 'grants'): Promise<void> {
    const seen = new Set<string>();
    for (const [i, grant] of grants.entries()) {
      await this.check(ctx, grant, `${path}[${i}]`);
      const key = `${grant.role} ${grant.scopeKind} ${grant.scopeId ?? ''}`;
      if (seen.has(key)) {
        throw new DomainError('REQUEST.INVALID', {}, [{ field: `${path}[${i}].role`, code: 'FIELD.DUPLICATE' }]);
      }
      seen.add(key);
    }
  }
}
