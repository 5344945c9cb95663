/** Refusals around webhooks. */
export const WEBHOOK_ERRORS = {
  'WEBHOOK.ADDRESS': {
    status: 422,
    en: 'Webhooks are sent to public https addresses only, without a user name in them.',
    zh: 'Webhook 只能发送到公网 https 地址，且地址中不能包含用户名。',
  },
  'WEBHOOK.TOO_MANY': {
    status: 409,
    en: 'There are {max} webhooks already. Remove one first.',
    zh: '已有 {max} 个 Webhook，请先删除一个。',
  },
  'WEBHOOK.DISABLED': {
    status: 409,
    en: 'This webhook is switched off. Switch it on first.',
    zh: '该 Webhook 已停用，请先启用。',
  },
} as const;
