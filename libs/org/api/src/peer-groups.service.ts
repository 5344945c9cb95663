import { Injectable } from '@nestjs/common';
import type { PeerGroupResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { authorize, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, localDateIn, newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { changesOf } from './changes.js';
import type { PeerGroupDto, UpdatePeerGroupDto } from './dto/peer-groups.dto.js';
import { OrgTreeService } from './org-tree.service.js';
import { PeerGroupsRepository } from './peer-groups.repository.js';
import { duplicateCode } from './refusals.js';

@Injectable()
export class PeerGroupsService {
  constructor(
    private readonly groups: PeerGroupsRepository,
    private readonly trees: OrgTreeService,
    private readonly trail: TrailService,
  ) {}

  /** The tenant's peer groups by code; `outlets` counts the open ones inside the reader's scope. */
  async list(ctx: Ctx): Promise<PeerGroupResponse[]> {
    return this.groups.list(ctx, await this.trees.scope(ctx, 'org.read'), localDateIn(ctx.now, ctx.timeZone));
  }

  /** Throws `CONFLICT.DUPLICATE` for a taken code. */
  async create(ctx: Ctx, body: PeerGroupDto): Promise<PeerGroupResponse> {
    authorize(ctx.actor, 'org.manage', WHOLE_TENANT);
    if (await this.groups.codeTaken(ctx, body.code, null)) throw duplicateCode(body.code);
    const id = newId();
    const after = { code: body.code, name: { ...body.name } };
    await this.groups.insert(ctx, { id, ...after });
    await this.trail.record(ctx, { action: 'peer_group.create', objectType: 'peer_group', objectId: id, after });
    return this.get(ctx, id);
  }

  async update(ctx: Ctx, id: string, body: UpdatePeerGroupDto): Promise<PeerGroupResponse> {
    authorize(ctx.actor, 'org.manage', WHOLE_TENANT);
    const group = await this.get(ctx, id);
    const next = { code: body.code ?? group.code, name: body.name ? { ...body.name } : group.name };
    if (await this.groups.codeTaken(ctx, next.code, id)) throw duplicateCode(next.code);
    await this.groups.update(ctx, id, next);
    const changed = changesOf<typeof next>(group, next);
    const of = { objectType: 'peer_group', objectId: id };
    if (changed) await this.trail.record(ctx, { action: 'peer_group.update', ...of, ...changed });
    return this.get(ctx, id);
  }

  /** Throws `CONFLICT.IN_USE` while an outlet, open or closed, belongs to it. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    authorize(ctx.actor, 'org.manage', WHOLE_TENANT);
    const { code, name } = await this.get(ctx, id);
    if (await this.groups.isUsed(ctx, id)) throw new DomainError('CONFLICT.IN_USE');
    await this.groups.remove(ctx, id);
    const before = { code, name };
    await this.trail.record(ctx, { action: 'peer_group.delete', objectType: 'peer_group', objectId: id, before });
  }

  /** One of them as `list` shows it; `NOT_FOUND` where there is none. */
  async get(ctx: Ctx, id: string): Promise<PeerGroupResponse> {
    const group = (await this.list(ctx)).find((candidate) => candidate.id === id);
    if (!group) throw new DomainError('NOT_FOUND');
    return group;
  }
}
