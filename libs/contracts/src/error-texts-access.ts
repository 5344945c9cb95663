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
  'AUTH.STEP': {
    status: 401,
    en: 'This sign-in took too long or was tried too often. Begin again with your password.',
    zh: '本次登录已超时或尝试次数过多，请重新输入密码登录。',
  },
  'AUTH.REFRESH': { status: 401, en: 'This refresh token is not valid. Sign in.', zh: '刷新令牌无效，请重新登录。' },
  'AUTH.REFRESH_REUSED': {
    status: 401,
    en: 'This refresh token was used before. To be safe, this sign-in was ended; sign in anew.',
    zh: '该刷新令牌已被使用过。为安全起见，相关登录已结束，请重新登录。',
  },
  'SECOND_FACTOR.WRONG_CODE': {
    status: 422,
    en: 'This code is not right, or was used already. The app shows a new one every 30 seconds; a recovery code works once.',
    zh: '验证码不正确或已使用过。应用每 30 秒显示一个新的动态码；每个恢复码只能使用一次。',
  },
  'SECOND_FACTOR.ENABLED': { status: 409, en: 'There is a second factor already.', zh: '已启用两步验证。' },
  'SECOND_FACTOR.NOT_BEGUN': { status: 409, en: 'There is no second factor here.', zh: '尚未启用两步验证。' },
  'SECOND_FACTOR.REQUIRED': {
    status: 409,
    en: 'Your organisation asks for a second factor. It cannot be switched off.',
    zh: '您所在的组织要求两步验证，无法关闭。',
  },
  'SECOND_FACTOR.NEEDED': {
    status: 403,
    en: 'This organisation asks for a second factor. Sign in again to go there.',
    zh: '该组织要求两步验证，请重新登录后进入。',
  },
  'SECOND_FACTOR.OWN_FIRST': {
    status: 409,
    en: 'Set up your own second factor first (in your profile), so that you do not lock yourself out.',
    zh: '请先在“我的资料”中启用您自己的两步验证，以免将自己锁在门外。',
  },
  'SECOND_FACTOR.ELSEWHERE': {
    status: 409,
    en: 'This person belongs to other organisations too, which trust this second factor. It cannot be reset here.',
    zh: '该成员还属于其他组织，其两步验证同样受其他组织信任，无法在此重置。',
  },
  'AUTH.PROVE_AGAIN': {
    status: 403,
    en: 'Confirm first that it is you, then try again.',
    zh: '请先验证您的身份，然后重试。',
  },
  'AUTH.ENDED_HERE': {
    status: 403,
    en: 'An administrator of this organisation ended your sessions there. Sign in again to go there.',
    zh: '该组织的管理员已结束您在那里的登录，请重新登录后进入。',
  },
  'MEMBER.OWN_SESSIONS': {
    status: 409,
    en: 'These are your own sessions. End them in your profile, where this one can stay.',
    zh: '这是您自己的登录，请在“我的资料”中退出，当前登录可以保留。',
  },
  'AUTH.BOUND': {
    status: 403,
    en: 'You signed in through your organisation. Sign in with your password to change your account or go elsewhere.',
    zh: '您通过组织的单点登录进入。如需修改账号或切换组织，请使用密码登录。',
  },
  'SSO.ONLY': {
    status: 403,
    en: 'This organisation signs in at its own provider only. Take “Use your organisation’s account” ({slug}).',
    zh: '该组织仅允许单点登录，请选择“使用组织账号”（{slug}）。',
  },
  'SSO.UNKNOWN': {
    status: 404,
    en: 'No organisation with its own sign-in is known by this name or address.',
    zh: '没有找到使用单点登录的对应组织。',
  },
  'SSO.DISCOVERY': {
    status: 422,
    en: 'This provider did not answer as it should: {why}',
    zh: '该身份提供方的响应不正确：{why}',
  },
  'SSO.DOMAIN': {
    status: 409,
    en: '“{domain}” cannot be taken: it is a public mail service, or another organisation has it.',
    zh: '不能使用“{domain}”：它是公共邮箱服务，或已属于其他组织。',
  },
  'SSO.ATTEMPT': {
    status: 400,
    en: 'This sign-in was not begun in this browser or took too long. Begin again.',
    zh: '本次登录并非由此浏览器发起，或已超时，请重新开始。',
  },
  'SSO.REFUSED': { status: 403, en: 'Your organisation’s sign-in refused you.', zh: '您的组织拒绝了本次登录。' },
  'SSO.ANSWER': {
    status: 502,
    en: 'Your organisation’s sign-in gave an answer that cannot be trusted. Tell your administrator.',
    zh: '组织身份提供方的响应无法通过验证，请联系管理员。',
  },
  'SSO.UNVERIFIED': {
    status: 403,
    en: 'Your organisation’s sign-in does not vouch for your e-mail address. Tell your administrator.',
    zh: '组织身份提供方未确认您的邮箱地址，请联系管理员。',
  },
  'SSO.OTHER_DOMAIN': {
    status: 403,
    en: 'Your e-mail address is not of a domain that your organisation signs in with.',
    zh: '您的邮箱域名不在组织的单点登录范围内。',
  },
  'SSO.NOT_MEMBER': {
    status: 403,
    en: 'You are no member there and not invited. Ask the administrator for an invitation.',
    zh: '您不是该组织的成员，也未收到邀请，请联系管理员。',
  },
  'SERVER.NO_SECRET_KEY': {
    status: 503,
    en: 'This needs WHEELHOUSE_SECRET_KEY, which the operator of this installation has not set.',
    zh: '此功能需要运营方设置 WHEELHOUSE_SECRET_KEY，当前尚未设置。',
  },
  'SERVER.OTHER_SECRET_KEY': {
    status: 503,
    en: 'This was sealed with another WHEELHOUSE_SECRET_KEY than the operator has set. A recovery code still lets you in.',
    zh: '此密钥由另一个 WHEELHOUSE_SECRET_KEY 加密，当前无法读取，请联系运营方。恢复码仍可用于登录。',
  },
} as const;

/** What can be wrong with a new password. */
export const ACCESS_FIELD_TEXTS = {
  'PASSWORD.PATTERN': {
    en: 'Is a simple pattern that is guessed first. Take several words.',
    zh: '规律过于简单，容易被猜中，建议使用几个词组成的句子。',
  },
  'PASSWORD.ABOUT_YOU': {
    en: 'Is made of your name, your e-mail or the product. Add words that nobody connects with you.',
    zh: '主要由您的姓名、邮箱或产品名组成，请加入与您无关的词。',
  },
  'PASSWORD.LEAKED': {
    en: 'Stands in lists of leaked passwords. Choose another one.',
    zh: '该密码出现在已泄露的密码清单中，请换一个。',
  },
} as const;
