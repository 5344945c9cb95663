/** Refusals around tokens, service accounts and the ways to sign in. */
export const ACCESS_ERRORS = {
  'TOKEN.SESSION_ONLY': {
    status: 403,
    en: 'Tokens cannot do this. Sign in with your account.',
    zh: '令牌不能执行此操作，请使用账号登录。',
  },
  'TOKEN.SCOPE': {
    status: 403,
    en: 'This token does not carry the permission “{permission}”.',
    zh: '该令牌不含权限“{permission}”。',
  },
  'TOKEN.MORE_THAN_HELD': {
    status: 422,
    en: 'A token cannot carry more than its owner may do: “{permission}” is not among it.',
    zh: '令牌的权限不能超出其所有者：不含“{permission}”。',
  },
  'TOKEN.TOO_MANY': {
    status: 409,
    en: 'There are {max} tokens here already. Revoke one first.',
    zh: '此处已有 {max} 个令牌，请先撤销一个。',
  },
  'SERVICE_ACCOUNT.TOO_MANY': {
    status: 409,
    en: 'There are {max} service accounts already. Give one of them another name and task instead.',
    zh: '服务账号已达 {max} 个，请改用现有的服务账号。',
  },
} as const;
