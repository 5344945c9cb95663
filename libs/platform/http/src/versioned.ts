import { SetMetadata } from '@nestjs/common';
import { type Ctx, rowVersion } from '@wheelhouse/platform-db';

/** What is edited side by side: where its state is read, and by which parameter of the path it is found. */
export interface VersionSource {
  /**
   * A mark of the state that is kept now, null where there is nothing; `lock` holds it until the transaction ends. It may
   * see more than the caller: the handler decides who gets an answer.
   */
  (ctx: Ctx, params: Record<string, string>, lock: boolean): Promise<string | null>;
}

export const VERSIONED = 'wheelhouse:versioned';

/**
 * Answers carry an `ETag`, and a writer may send it back as `If-Match`: refused (412 `CONFLICT.CHANGED`) when somebody
 * else wrote since. Stands on making, reading and writing endpoints of the same thing, never on lists.
 */
export const Versioned = (source: VersionSource) => SetMetadata(VERSIONED, source);

/** The state of the row of `table` that the path names by `id`. */
export const versionOf =
  (table: string): VersionSource =>
  (ctx, { id = '' }, lock) =>
    rowVersion(ctx, table, id, lock);
