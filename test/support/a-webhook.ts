import type { Caller, TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { ok } from './call.js';

export interface Hooked {
  webhookId: string;
  deliveryId: string;
}

/** An endpoint with a delivery that was tried once in vain. */
export async function aWebhook(t: TestTenant, admin: Caller): Promise<Hooked> {
  const body = { url: `https://hooks.example.com/${t.slug}`, events: ['outlet.created'], description: t.slug };
  const { id } = await ok<{ id: string }>(admin.post('/api/v1/webhooks', body));
  await ok(admin.post(`/api/v1/webhooks/${id}/test`));
  const [delivery] = await t.sql<{ id: string }>(`SELECT id FROM webhook_deliveries WHERE endpoint_id = $1`, [id]);
  const deliveryId = delivery?.id ?? '';
  await t.sql(
    `INSERT INTO webhook_attempts (tenant_id, id, delivery_id, number, at, duration_ms, status, answer) VALUES ($1, $2, $3, 1, now(), 12, 500, $4)`,
    [t.id, newId(), deliveryId, `no ${t.slug}`],
  );
  return { webhookId: id, deliveryId };
}
