/** Refusals around invitations, one-time links, memberships and saved views. */
export const ACCOUNT_ERRORS = {
  'INVITATION.INVALID': {
    status: 404,
    en: 'This invitation is not valid. Check that the link is whole, or ask for a new one.',
    zh: '邀请无效。请确认链接完整，或请管理员重新发送。',
  },
  'INVITATION.EXPIRED': {
    status: 410,
    en: 'This invitation has expired. Ask whoever invited you to send it again.',
    zh: '邀请已过期，请联系邀请人重新发送。',
  },
  'INVITATION.REVOKED': {
    status: 410,
    en: 'This invitation was withdrawn. Ask whoever invited you.',
    zh: '邀请已被撤回，请联系邀请人。',
  },
  'INVITATION.USED': {
    status: 410,
    en: 'This invitation was accepted already. Sign in.',
    zh: '邀请已被接受，请直接登录。',
  },
  'INVITATION.PENDING': {
    status: 409,
    en: '{email} is invited already. Send that invitation again instead.',
    zh: '已邀请过 {email}，请重新发送该邀请。',
  },
  'INVITATION.CLOSED': {
    status: 409,
    en: 'This invitation was accepted or withdrawn and can no longer be changed.',
    zh: '邀请已被接受或撤回，不能再更改。',
  },
  'INVITATION.MEMBER': { status: 409, en: '{email} is a member already.', zh: '{email} 已是成员。' },
  'INVITATION.INACTIVE_MEMBER': {
    status: 409,
    en: '{email} is a deactivated member. Activate them again instead.',
    zh: '{email} 是已停用的成员，请重新启用。',
  },
  'INVITATION.OTHER_PERSON': {
    status: 403,
    en: 'This invitation is for {email}. Sign out and open the link again.',
    zh: '该邀请发给 {email}。请退出当前账号后重新打开链接。',
  },
  'INVITATION.SCOPE_GONE': {
    status: 409,
    en: 'A place that this invitation names does not exist any more. Ask for a new invitation.',
    zh: '邀请所指的组织单元或门店已不存在，请联系邀请人重新邀请。',
  },
  'PASSWORD.LINK': {
    status: 410,
    en: 'This link was used or has expired. Ask for a new one.',
    zh: '链接已使用或已过期，请重新申请。',
  },
  'MEMBER.HAS_ACCOUNT': {
    status: 409,
    en: '{email} has an account already. Invite the person: only they can bring it into an organisation.',
    zh: '{email} 已有账号。请改为邀请：账号只能由本人带入组织。',
  },
  'MEMBER.HAS_GRANT': {
    status: 409,
    en: 'This person holds this role there already.',
    zh: '该成员已在此范围担任该角色。',
  },
  'VIEW.TOO_MANY': {
    status: 409,
    en: 'There are {max} saved views for this page already. Delete one first.',
    zh: '本页已有 {max} 个视图，请先删除一个。',
  },
} as const;
