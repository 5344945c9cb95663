import { Injectable } from '@nestjs/common';
import type { OutletKindResponse, OutletResponse, Page, Permission, PlacementResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { authorize } from '@wheelhouse/identity-domain';
import { addDays, DomainError, localDateIn, newId } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { CreateOutletDto, ListOutletsDto } from './dto/outlets.dto.js';
import { OrgTreeService } from './org-tree.service.js';
import { presentPlacements } from './org-unit.presenter.js';
import { placeOfOutlet, presentOutlet } from './outlet.presenter.js';
import { type OutletFilter, type OutletRow, OutletsRepository } from './outlets.repository.js';
import { OutletAllowance } from './outlet-allowance.js';
import { PeerGroupsRepository } from './peer-groups.repository.js';
import { PlacementsRepository } from './placements.repository.js';
import { duplicateCode, noSuch, outOfRange } from './refusals.js';

const FIRST_DAY = '1900-01-01';
const LAST_DAY_AHEAD = 3660;

@Injectable()
export class OutletsService {
  constructor(
    private readonly outlets: OutletsRepository,
    private readonly peerGroups: PeerGroupsRepository,
    private readonly placements: PlacementsRepository,
    private readonly trees: OrgTreeService,
    private readonly allowance: OutletAllowance,
    private readonly trail: TrailService,
  ) {}

  /** One page of the outlets that the reader may see. Closed ones only when asked for. */
  async list(ctx: Ctx, query: ListOutletsDto): Promise<Page<OutletResponse>> {
    const limit = query.limit ?? 50;
    const tree = await this.trees.of(ctx);
    const filter = await this.filter(ctx, query);
    const after = query.cursor ? textPair(decodeCursor(query.cursor, 2)) : undefined;
    const { sort, direction } = query;
    const rows = await this.outlets.list(ctx, { ...filter, sort, direction, after }, limit + 1);
    const page = pageOf(rows, limit, (row) => [row.key, row.code]);
    return {
      items: page.items.map((row) => presentOutlet(row, tree, ctx.actor)),
      nextCursor: page.nextCursor,
      ...(!after && { total: page.nextCursor ? await this.outlets.count(ctx, filter) : rows.length }),
    };
  }

  /** What the reader may see of what a list or an export asks for. */
  async filter(ctx: Ctx, query: Omit<ListOutletsDto, 'cursor' | 'limit'>): Promise<OutletFilter> {
    const today = localDateIn(ctx.now, ctx.timeZone);
    const status = query.status ?? (query.includeClosed ? 'all' : 'open');
    return {
      scope: await this.trees.scope(ctx, 'org.read'),
      unitIds: query.orgUnitId ? (await this.trees.of(ctx)).below(query.orgUnitId) : undefined,
      q: query.q?.trim() || undefined,
      peerGroupId: query.peerGroupId,
      kind: query.kind,
      cityTier: query.cityTier,
      notClosedOn: status === 'open' ? today : undefined,
      closedOn: status === 'closed' ? today : undefined,
      changedSince: query.changedSince === undefined ? undefined : new Date(query.changedSince),
    };
  }

  /** The kinds in use in the reader's scope. */
  async kinds(ctx: Ctx): Promise<OutletKindResponse[]> {
    return this.outlets.kinds(ctx, await this.trees.scope(ctx, 'org.read'));
  }

  async get(ctx: Ctx, id: string): Promise<OutletResponse> {
    return presentOutlet(await this.authorized(ctx, id, 'org.read'), await this.trees.of(ctx), ctx.actor);
  }

  /** Loads an outlet that the actor may do `permission` on; 404 outside the scope, 403 inside without permission. */
  async authorized(ctx: Ctx, id: string, permission: Permission): Promise<OutletRow> {
    const outlet = await this.outlets.find(ctx, id);
    if (!outlet) throw new DomainError('NOT_FOUND');
    authorize(ctx.actor, permission, placeOfOutlet(outlet, await this.trees.of(ctx)), 'org.read');
    return outlet;
  }

  /** Opens an outlet; its first place begins on its first open day. Throws `CONFLICT.DUPLICATE` for a taken code. */
  async create(ctx: Ctx, body: CreateOutletDto): Promise<OutletResponse> {
    const openedOn = body.openedOn ?? localDateIn(ctx.now, ctx.timeZone);
    this.checkDay(ctx, 'openedOn', openedOn);
    await this.trees.requireTarget(ctx, body.orgUnitId, 'orgUnitId');
    await this.checkPeerGroup(ctx, body.peerGroupId);
    await this.checkCode(ctx, body.code, null);
    const id = newId();
    const outlet = {
      id,
      code: body.code,
      name: { ...body.name },
      kind: body.kind,
      orgUnitId: body.orgUnitId,
      peerGroupId: body.peerGroupId ?? null,
      cityTier: body.cityTier ?? null,
      city: body.city ? { ...body.city } : null,
      latitude: body.latitude ?? null,
      longitude: body.longitude ?? null,
      timeZone: body.timeZone ?? ctx.timeZone,
      openedOn,
      closedOn: null,
      attributes: body.attributes ?? {},
    };
    await this.allowance.within(ctx, () => this.outlets.insert(ctx, outlet));
    await this.placements.begin(ctx, 'outlet', id, body.orgUnitId, openedOn);
    const { id: objectId, ...after } = outlet;
    await this.trail.record(ctx, { action: 'outlet.create', objectType: 'outlet', objectId, after });
    return this.get(ctx, id);
  }

  /** Where the outlet hung and when, oldest first. */
  async history(ctx: Ctx, id: string): Promise<PlacementResponse[]> {
    await this.authorized(ctx, id, 'org.read');
    return presentPlacements(await this.placements.history(ctx, 'outlet', id));
  }

  /** Refuses a code that another outlet of the tenant bears. */
  async checkCode(ctx: Ctx, code: string, exceptId: string | null): Promise<void> {
    if (await this.outlets.codeTaken(ctx, code, exceptId)) throw duplicateCode(code);
  }

  /** Refuses a peer group that is not the tenant's. */
  async checkPeerGroup(ctx: Ctx, id: string | null | undefined): Promise<void> {
    if (id && !(await this.peerGroups.exists(ctx, id))) throw noSuch('peerGroupId');
  }

  /** Refuses days that can only be slips: before 1900, or more than ten years ahead. */
  checkDay(ctx: Ctx, field: string, day: string): void {
    const latest = addDays(localDateIn(ctx.now, ctx.timeZone), LAST_DAY_AHEAD);
    if (day < FIRST_DAY || day > latest) throw outOfRange(field, FIRST_DAY, latest);
  }
}

const textPair = ([key, code]: (string | number | null)[]): [string, string] => [String(key), String(code)];
