import { Injectable } from '@nestjs/common';
import type { Ctx } from '@wheelhouse/platform-db';
import type { Named } from './directory.js';
import type { OutletNow } from './outlet-values.js';

/** What a file is compared with, read at once. */
@Injectable()
export class KnownNetworkRepository {
  /** The outlets that bear one of the codes, with when each was changed last and moved first. */
  outlets(ctx: Ctx, codes: string[]): Promise<OutletNow[]> {
    return ctx.em.query(
      `SELECT o.id, o.code, o.name, o.kind, o.org_unit_id AS "orgUnitId", o.peer_group_id AS "peerGroupId",
         o.city_tier AS "cityTier", o.city, o.latitude, o.longitude, o.time_zone AS "timeZone",
         o.opened_on::text AS "openedOn", o.closed_on::text AS "closedOn", o.attributes, o.updated_at::text AS "seenAt",
         (SELECT p.valid_until::text FROM outlet_placements p
          WHERE p.tenant_id = o.tenant_id AND p.outlet_id = o.id ORDER BY p.valid_from LIMIT 1) AS "firstMoveOn"
       FROM outlets o WHERE o.tenant_id = $1 AND o.code = ANY($2)`,
      [ctx.tenantId, codes],
    );
  }

  peerGroups(ctx: Ctx): Promise<Named[]> {
    return ctx.em.query(`SELECT id, code, name FROM peer_groups WHERE tenant_id = $1 ORDER BY code`, [ctx.tenantId]);
  }
}
