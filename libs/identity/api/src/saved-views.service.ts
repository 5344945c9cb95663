import { Injectable } from '@nestjs/common';
import {
  type CreateSavedViewBody,
  SAVED_VIEWS_MAX,
  type SavedViewResponse,
  type UpdateSavedViewBody,
} from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { SavedViewsRepository } from './saved-views.repository.js';

/** Named sets of filters. They are their member's alone: others' do not exist. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly views: SavedViewsRepository) {}

  list(ctx: Ctx, page: string): Promise<SavedViewResponse[]> {
    return this.views.list(ctx, memberOf(ctx), page);
  }

  async create(ctx: Ctx, body: CreateSavedViewBody): Promise<SavedViewResponse> {
    const memberId = memberOf(ctx);
    if ((await this.views.countLocked(ctx, memberId, body.page)) >= SAVED_VIEWS_MAX)
      throw new DomainError('VIEW.TOO_MANY', { max: SAVED_VIEWS_MAX });
    const name = named(body.name);
    const made = await this.views.insert(ctx, memberId, { ...body, name, query: bare(body.query) });
    if (!made) throw taken(name);
    return made;
  }

  async update(ctx: Ctx, id: string, { name: given, query }: UpdateSavedViewBody): Promise<SavedViewResponse> {
    const memberId = memberOf(ctx);
    const name = given === undefined ? undefined : named(given);
    if (name !== undefined && (await this.views.isTaken(ctx, memberId, id, name))) throw taken(name);
    const changed = await this.views.update(ctx, memberId, id, {
      name,
      query: query === undefined ? undefined : bare(query),
    });
    if (!changed) throw new DomainError('NOT_FOUND');
    return changed;
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    if (!(await this.views.remove(ctx, memberOf(ctx), id))) throw new DomainError('NOT_FOUND');
  }
}

function memberOf(ctx: Ctx): string {
  if (!ctx.actor.memberId) throw new DomainError('AUTH.NO_TENANT');
  return ctx.actor.memberId;
}

const taken = (name: string) =>
  new DomainError('CONFLICT.DUPLICATE', { value: name }, [{ field: 'name', code: 'FIELD.DUPLICATE' }]);

const bare = (query: string) => query.replace(/^\?/, '');

function named(name: string): string {
  const trimmed = name.trim();
  if (!trimmed) throw new DomainError('REQUEST.INVALID', {}, [{ field: 'name', code: 'FIELD.REQUIRED' }]);
  return trimmed;
}
