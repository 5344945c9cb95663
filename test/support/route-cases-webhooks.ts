import type { RouteCase } from './route-case.js';

const endpoint = () => ({
  url: 'https://hooks.example.com/wheelhouse',
  description: 'An integration',
  events: ['outlet.created', 'report.published'],
});

/** Webhooks and their deliveries. */
export const WEBHOOK_CASES: Record<string, RouteCase> = {
  'GET /api/v1/webhooks': {},
  'POST /api/v1/webhooks': { body: endpoint },
  'GET /api/v1/webhooks/{id}': { params: (w) => ({ id: w.webhookId }) },
  'PATCH /api/v1/webhooks/{id}': {
    params: (w) => ({ id: w.webhookId }),
    body: () => ({ ...endpoint(), enabled: true }),
  },
  'DELETE /api/v1/webhooks/{id}': { params: (w) => ({ id: w.webhookId }) },
  'POST /api/v1/webhooks/{id}/rotate': { params: (w) => ({ id: w.webhookId }) },
  'POST /api/v1/webhooks/{id}/test': { params: (w) => ({ id: w.webhookId }) },
  'POST /api/v1/webhooks/{id}/replay': {
    params: (w) => ({ id: w.webhookId }),
    body: () => ({ since: '2026-01-01T00:00:00Z' }),
  },
  'GET /api/v1/webhook-deliveries': {
    query: (w) => ({ endpointId: w.webhookId, status: 'waiting', type: 'webhook.test' }),
  },
  'GET /api/v1/webhook-deliveries/{id}': { params: (w) => ({ id: w.deliveryId }) },
  'POST /api/v1/webhook-deliveries/{id}/replay': { params: (w) => ({ id: w.deliveryId }) },
};
