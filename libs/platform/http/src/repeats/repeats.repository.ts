import { Injectable } from '@nestjs/common';
import type { Ctx } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';

export interface KeptRequest {
  keyHash: string;
  route: string;
  requestHash: string;
  answer: Buffer;
}

/** Requests that were answered under a key, for a day. */
@Injectable()
export class RepeatsRepository {
  /** Holds the key until the transaction ends; false while another transaction holds it. */
  async hold(ctx: Ctx, keyHash: string): Promise<boolean> {
    const number = BigInt.asIntN(64, BigInt(`0x${keyHash.slice(0, 16)}`)).toString();
    const [row] = await ctx.em.query(`SELECT pg_try_advisory_xact_lock($1::bigint) AS held`, [number]);
    return row.held;
  }

  async find(ctx: Ctx, keyHash: string): Promise<KeptRequest | null> {
    const [row] = await ctx.em.query(
      `SELECT key_hash AS "keyHash", route, request_hash AS "requestHash", answer
       FROM idempotency_keys WHERE tenant_id = $1 AND key_hash = $2 AND expires_at > $3`,
      [ctx.tenantId, keyHash, ctx.now],
    );
    return row ?? null;
  }

  async keep(ctx: Ctx, { keyHash, route, requestHash, answer }: KeptRequest, expiresAt: Date): Promise<void> {
    await ctx.em.query(
      `INSERT INTO idempotency_keys (tenant_id, key_hash, route, request_hash, answer, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, key_hash) DO UPDATE
         SET route = excluded.route, request_hash = excluded.request_hash, answer = excluded.answer,
             expires_at = excluded.expires_at, updated_at = now()`,
      [ctx.tenantId, keyHash, route, requestHash, answer, expiresAt],
    );
  }

  /** Removes what is no longer given again, of the tenant of the transaction. Returns how many. */
  async forget(em: EntityManager, tenantId: string, now: Date): Promise<number> {
    const [, count] = await em.query(`DELETE FROM idempotency_keys WHERE tenant_id = $1 AND expires_at <= $2`, [
      tenantId,
      now,
    ]);
    return count;
  }
}
