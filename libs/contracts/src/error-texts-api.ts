/** Refusals of what programs send beside a body: conditions and keys for repeating. */
export const API_ERRORS = {
  'CONFLICT.CHANGED': {
    status: 412,
    en: 'This was changed since you read it. Read it again; nothing was overwritten.',
    zh: '该内容在您读取之后已被修改。请重新读取，未覆盖任何数据。',
  },
  'IDEMPOTENCY.KEY': {
    status: 400,
    en: 'Idempotency-Key must be 16 to 255 visible ASCII characters.',
    zh: 'Idempotency-Key 须为 16 至 255 个可见的 ASCII 字符。',
  },
  'IDEMPOTENCY.OTHER_REQUEST': {
    status: 422,
    en: 'This Idempotency-Key was used for another request. Use a new one.',
    zh: '该 Idempotency-Key 已用于另一请求，请更换。',
  },
  'IDEMPOTENCY.IN_FLIGHT': {
    status: 409,
    en: 'The first request with this Idempotency-Key is still being worked on. Try again in {seconds} s.',
    zh: '使用该 Idempotency-Key 的首个请求仍在处理，请在 {seconds} 秒后重试。',
  },
} as const;
