import type { LocalizedText } from '@wheelhouse/kernel';
import { ACCESS_ERRORS, ACCESS_FIELD_TEXTS } from './error-texts-access.js';
import { ACCOUNT_ERRORS } from './error-texts-accounts.js';
import { ANSWER_FIELD_TEXTS } from './error-texts-answers.js';
import { API_ERRORS } from './error-texts-api.js';
import { IMPORT_ERRORS, IMPORT_FIELD_TEXTS } from './error-texts-imports.js';
import { STANDARD_FIELD_TEXTS } from './error-texts-standards.js';
import { WEBHOOK_ERRORS } from './error-texts-webhooks.js';
import { TENANT_LIFE_ERRORS, TENANT_LIFE_FIELD_TEXTS } from './error-texts-tenant-life.js';

interface CatalogueEntry extends LocalizedText {
  status: number;
}

/**
 * Every refusal that the product knows: code → HTTP status and what a person reads. `{name}` is filled from the error's
 * parameters. What is not here cannot be thrown on purpose and would be a 500.
 */
export const ERROR_CATALOGUE = {
  'REQUEST.INVALID': { status: 400, en: 'Some fields are not right. See each one.', zh: '部分字段有误，请逐项查看。' },
  'REQUEST.MALFORMED': { status: 400, en: 'The request is not valid JSON.', zh: '请求不是有效的 JSON。' },
  'REQUEST.TOO_LARGE': { status: 413, en: 'The request is larger than {limit} kB.', zh: '请求超过 {limit} kB。' },
  'REQUEST.UNSUPPORTED_TYPE': {
    status: 415,
    en: 'Send JSON (application/json).',
    zh: '请发送 JSON(application/json)。',
  },
  'REQUEST.CSRF': {
    status: 403,
    en: 'This request did not come from Wheelhouse. Reload the page and try again.',
    zh: '该请求并非来自 Wheelhouse。请刷新页面后重试。',
  },
  'REQUEST.CURSOR': {
    status: 400,
    en: 'This page mark is not valid. Begin at the first page.',
    zh: '分页标记无效，请从第一页开始。',
  },
  'REQUEST.THROTTLED': {
    status: 429,
    en: 'Too many requests. Try again in {seconds} seconds.',
    zh: '请求过于频繁，请在 {seconds} 秒后重试。',
  },
  'AUTH.REQUIRED': { status: 401, en: 'Sign in first.', zh: '请先登录。' },
  'AUTH.FAILED': { status: 401, en: 'E-mail or password is not right.', zh: '邮箱或密码不正确。' },
  'AUTH.THROTTLED': {
    status: 429,
    en: 'Too many attempts. Try again in {minutes} minutes.',
    zh: '尝试次数过多，请在 {minutes} 分钟后重试。',
  },
  'AUTH.NO_TENANT': {
    status: 403,
    en: 'No organisation of yours is open at present: it is suspended or being closed, or you are no longer a member.',
    zh: '您目前没有可以进入的组织：组织已停用或正在注销，或者您已不是其成员。',
  },
  'AUTH.FORBIDDEN': { status: 403, en: 'Your role does not allow this.', zh: '您的角色无权执行此操作。' },
  'AUTH.WRONG_PASSWORD': { status: 422, en: 'This is not your password.', zh: '密码不正确。' },
  NOT_FOUND: { status: 404, en: 'There is nothing here, or it is not for you.', zh: '内容不存在，或您无权查看。' },
  'SETUP.DONE': { status: 409, en: 'This installation has been set up already.', zh: '本系统已完成初始化。' },
  'CONFLICT.DUPLICATE': { status: 409, en: '“{value}” is taken already.', zh: '“{value}”已被使用。' },
  'CONFLICT.STALE': {
    status: 409,
    en: 'Somebody else saved this meanwhile. Reload to see the newest state; nothing was overwritten.',
    zh: '其他人已保存了新的内容。请刷新查看，未覆盖任何数据。',
  },
  'CONFLICT.IN_USE': {
    status: 409,
    en: 'This is still in use and cannot be removed.',
    zh: '该内容仍在使用，无法删除。',
  },
  'MEMBER.LAST_ADMIN': {
    status: 409,
    en: 'The last administrator cannot be taken away.',
    zh: '不能移除最后一位管理员。',
  },
  'MEMBER.SCOPE': { status: 422, en: 'This role cannot be granted for that scope.', zh: '该角色不能授予此范围。' },
  ...ACCESS_ERRORS,
  ...API_ERRORS,
  ...ACCOUNT_ERRORS,
  ...WEBHOOK_ERRORS,
  'ORG.CYCLE': { status: 409, en: 'An org unit cannot move below itself.', zh: '组织单元不能移动到自身之下。' },
  'ORG.ROOT': {
    status: 409,
    en: 'Headquarters is the root of the tree and stays there.',
    zh: '总部是组织树的根节点，不可移动。',
  },
  'ORG.MOVE_DATE': {
    status: 422,
    en: 'The move must not be before {from}, when the present place began, nor in the future.',
    zh: '移动日期不得早于当前归属的起始日 {from}，也不得晚于今天。',
  },
  'ORG.UNIT_IN_USE': {
    status: 409,
    en: 'This unit cannot be deleted, because something hangs or hung under it.',
    zh: '无法删除该单元：其下仍有或曾有内容。',
  },
  'ORG.MOVE_REFUSED': {
    status: 422,
    en: '{count} of these outlets cannot be moved so. None was changed.',
    zh: '其中 {count} 家门店无法如此调整，所有门店均未更改。',
  },
  'LOGO.TYPE': {
    status: 415,
    en: 'Send a PNG, JPEG or WebP picture. SVG is not taken, because it can carry scripts.',
    zh: '请上传 PNG、JPEG 或 WebP 图片。SVG 可能携带脚本，因此不予接收。',
  },
  'LOGO.UNREADABLE': {
    status: 422,
    en: 'This picture cannot be read, or has more than {limit} million pixels.',
    zh: '无法读取该图片，或其像素超过 {limit} 百万。',
  },
  'STANDARD.FROZEN': {
    status: 409,
    en: 'A published version never changes. Copy it to a new draft.',
    zh: '已发布的版本不可更改，请复制为新草稿。',
  },
  'STANDARD.NOT_PUBLISHABLE': {
    status: 422,
    en: 'This draft cannot be published yet: {count} places need attention.',
    zh: '草稿尚不能发布：有 {count} 处需要处理。',
  },
  'STANDARD.TRANSITION': {
    status: 409,
    en: 'A {status} version cannot do this.',
    zh: '处于“{status}”状态的版本不能执行此操作。',
  },
  'STANDARD.VERSION_ORDER': { status: 409, en: 'The version must be above {highest}.', zh: '版本号须高于 {highest}。' },
  'STANDARD.DRAFT_EXISTS': {
    status: 409,
    en: 'There is a draft already (version {version}). Go on with that one.',
    zh: '已有草稿（版本 {version}），请在其上继续。',
  },
  'STANDARD.CODE_FIXED': { status: 422, en: 'A standard’s code does not change.', zh: '标准编码不可更改。' },
  'STANDARD.NOT_PUBLISHED': {
    status: 422,
    en: 'Audits can only be done on a published version.',
    zh: '只能使用已发布的版本进行检查。',
  },
  'ASSIGNMENT.WINDOW': {
    status: 422,
    en: 'The window must end on or after its first day.',
    zh: '任务的截止日不得早于开始日。',
  },
  'ASSIGNMENT.CLOSED': {
    status: 409,
    en: 'This assignment is {status} and takes no audit any more.',
    zh: '该任务状态为“{status}”，不能再提交检查。',
  },
  'ASSIGNMENT.NOT_YET': { status: 409, en: 'This assignment opens on {from}.', zh: '该任务将于 {from} 开放。' },
  'ASSIGNMENT.ASSIGNEE': {
    status: 422,
    en: 'This member may not do such an audit there.',
    zh: '该成员无权在此进行此类检查。',
  },
  'ASSIGNMENT.TOO_MANY': {
    status: 422,
    en: '{count} outlets are more than one request takes ({max}). Choose a smaller region.',
    zh: '共 {count} 家门店，超过单次上限（{max}）。请选择较小的区域。',
  },
  'AUDIT.ALREADY_SUBMITTED': {
    status: 409,
    en: 'This audit was submitted already, with other content ({differs}). The first submission stands.',
    zh: '该检查已以不同内容提交（{differs}），以首次提交为准。',
  },
  'AUDIT.NOT_DRAFT': {
    status: 409,
    en: 'This audit was submitted and can no longer be changed.',
    zh: '该检查已提交，不能再修改。',
  },
  'AUDIT.CHANGED_ELSEWHERE': {
    status: 409,
    en: 'Answers were changed on another device meanwhile. Look at them, then submit again.',
    zh: '期间有作答在其他设备上被修改，请核对后再次提交。',
  },
  'AUDIT.INCOMPLETE': {
    status: 422,
    en: '{count} items are not answered yet or not answered rightly.',
    zh: '还有 {count} 个条款未作答或作答有误。',
  },
  'AUDIT.VISIT_DATE': {
    status: 422,
    en: 'The visit date must not be in the future or before {earliest}.',
    zh: '到访日期不能晚于今天或早于 {earliest}。',
  },
  'AUDIT.WRONG_STANDARD': {
    status: 422,
    en: 'This standard is not for audits of this kind.',
    zh: '该标准不适用于此类检查。',
  },
  'AUDIT.OUTLET_CLOSED': { status: 422, en: 'This outlet is closed.', zh: '该门店已关闭。' },
  'AUDIT.NOT_IN_REVIEW': { status: 409, en: 'This audit is not waiting for review.', zh: '该检查不在待审核状态。' },
  'AUDIT.OWN_REVIEW': { status: 409, en: 'Who did an audit cannot review it.', zh: '不能审核自己完成的检查。' },
  'AUDIT.VISIT_INVALID': {
    status: 409,
    en: 'This visit does not count: the shopper was recognised. Reject it.',
    zh: '神秘客已被识破，本次到访无效，请退回。',
  },
  'FINDING.EXPORT_TOO_LARGE': {
    status: 422,
    en: 'More than {max} findings: narrow the period or the region, so that the file is whole.',
    zh: '问题超过 {max} 条：请缩小日期范围或区域，以便完整导出。',
  },
  'AUDIT.ID': {
    status: 400,
    en: 'An audit’s id is a UUIDv7 that the client makes.',
    zh: '检查编号须为客户端生成的 UUIDv7。',
  },
  'WAVE.DATES': {
    status: 422,
    en: 'The release must come after the window, and the window must not be empty.',
    zh: '解禁日须晚于暗访期，且暗访期不能为空。',
  },
  'WAVE.RELEASED': { status: 409, en: 'This wave has been released.', zh: '该批次已解禁。' },
  'WAVE.NOT_SHOPPER': { status: 422, en: 'This member is no mystery shopper.', zh: '该成员不是神秘客。' },
  'WAVE.OVER': { status: 409, en: 'This wave’s window closed on {to}.', zh: '该批次的暗访期已于 {to} 结束。' },
  'WAVE.ROTATION': {
    status: 409,
    en: '{count} of these shops break the rules for the same shopper at the same outlet.',
    zh: '有 {count} 项安排违反了同一神秘客到访同一门店的规则。',
  },
  'CYCLE.GATE': {
    status: 409,
    en: 'The gate to “{to}” is closed: {count} facts are missing.',
    zh: '通往“{to}”的关口未开放：缺少 {count} 项。',
  },
  'CYCLE.PHASE': {
    status: 409,
    en: 'In the phase “{phase}” this can no longer be changed.',
    zh: '在“{phase}”阶段不能再更改此项。',
  },
  'CYCLE.METRIC': {
    status: 422,
    en: 'This metric does not fit the standard: {what}.',
    zh: '该指标与标准不符：{what}。',
  },
  'REPORT.WEEK': {
    status: 422,
    en: '“{week}” is no week of the form 2026-W46.',
    zh: '“{week}”不是 2026-W46 形式的周。',
  },
  'REPORT.NOT_CLOSED': { status: 409, en: 'The week {week} closes at {closes}.', zh: '{week} 周将于 {closes} 关闭。' },
  'REPORT.EMPTY': {
    status: 409,
    en: 'There are no counted audits up to week {week}.',
    zh: '截至 {week} 周没有计入的检查。',
  },
  'TENANT.SUSPENDED': {
    status: 403,
    en: 'This organisation is suspended. Ask the operator.',
    zh: '该组织已被停用，请联系平台运营方。',
  },
  ...IMPORT_ERRORS,
  ...TENANT_LIFE_ERRORS,
  'SERVER.UNAVAILABLE': {
    status: 503,
    en: 'The service is not ready. Try again shortly.',
    zh: '服务尚未就绪，请稍后重试。',
  },
  'SERVER.ERROR': {
    status: 500,
    en: 'Something went wrong on our side. It has been recorded ({id}).',
    zh: '服务器出现问题，已记录（{id}）。',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** What can be wrong with one field. */
export const FIELD_TEXTS = {
  'FIELD.REQUIRED': { en: 'Is missing.', zh: '缺少此项。' },
  'FIELD.UNKNOWN': { en: 'There is no such field.', zh: '没有此字段。' },
  'FIELD.TYPE': { en: 'Must be {expected}.', zh: '须为 {expected}。' },
  'FIELD.RANGE': { en: 'Must lie between {min} and {max}.', zh: '须在 {min} 与 {max} 之间。' },
  'FIELD.RANGE.FROM': { en: 'Must be {min} or more.', zh: '不得小于 {min}。' },
  'FIELD.RANGE.TO': { en: 'Must be {max} or less.', zh: '不得大于 {max}。' },
  'FIELD.RANGE.DAY_FROM': { en: 'Must not be before {min}.', zh: '不得早于 {min}。' },
  'FIELD.RANGE.DAY_TO': { en: 'Must not be after {max}.', zh: '不得晚于 {max}。' },
  'FIELD.TOO_LONG': { en: 'May have at most {max} characters.', zh: '最多 {max} 个字符。' },
  'FIELD.TOO_SHORT': { en: 'Needs at least {min} characters.', zh: '至少 {min} 个字符。' },
  'FIELD.FORMAT': { en: 'Is not of the right form ({expected}).', zh: '格式不正确（{expected}）。' },
  'FIELD.ENUM': { en: 'Must be one of: {allowed}.', zh: '须为以下之一：{allowed}。' },
  'FIELD.CONTROL_CHARACTERS': { en: 'Contains characters that cannot be shown.', zh: '含有无法显示的字符。' },
  'FIELD.NOT_FOUND': { en: 'Names something that does not exist.', zh: '所指内容不存在。' },
  'FIELD.DUPLICATE': { en: 'Is taken already.', zh: '已被使用。' },
  ...ACCESS_FIELD_TEXTS,
  'FIELD.TOO_MANY': { en: 'At most {max} entries.', zh: '最多 {max} 项。' },
  'FIELD.TOO_FEW': { en: 'At least {min} entries.', zh: '至少 {min} 项。' },
  'UNIT.HAS_UNITS': {
    en: '{count} org units hang under it. Move or delete them first.',
    zh: '其下有 {count} 个组织单元，请先移动或删除。',
  },
  'UNIT.HAS_OUTLETS': {
    en: '{count} outlets hang under it, open or closed. Move them first.',
    zh: '其下有 {count} 家门店（含已关闭），请先移动。',
  },
  'UNIT.HAD_OTHERS': {
    en: '{count} units or outlets hung under it in the past. Their reports need it.',
    zh: '曾有 {count} 个单元或门店归属于此，其历史报告仍需要它。',
  },
  'UNIT.HAS_ROLES': {
    en: '{count} roles are granted for it. Take them away first.',
    zh: '有 {count} 个角色授权于此范围，请先撤销。',
  },
  'MOVE.DATE': {
    en: 'Not before {from}, when the present place began, nor in the future.',
    zh: '不得早于当前归属的起始日 {from}，也不得晚于今天。',
  },
  'FIELD.CLOSED': { en: 'Can no longer be changed.', zh: '不能再更改。' },
  'AUDIT.DIFFERS': { en: 'Differs from what was submitted.', zh: '与已提交的内容不同。' },
  'SHOP.COOLDOWN': {
    en: 'This shopper visited this outlet less than {months} months ago.',
    zh: '该神秘客在 {months} 个月内到访过该门店。',
  },
  'SHOP.MAX_VISITS': {
    en: 'This shopper has visited this outlet {max} times already.',
    zh: '该神秘客到访该门店已达 {max} 次。',
  },
  'SHOP.NOT_SHOPPER': { en: 'Is no active mystery shopper.', zh: '不是有效的神秘客。' },
  'SHOP.OUTLET_CLOSED': { en: 'This outlet is not open in the wave’s window.', zh: '该门店在暗访期内未营业。' },
  'GATE.MISSING': { en: 'Missing: {what}.', zh: '缺少：{what}。' },
  ...STANDARD_FIELD_TEXTS,
  ...ANSWER_FIELD_TEXTS,
  ...IMPORT_FIELD_TEXTS,
  ...TENANT_LIFE_FIELD_TEXTS,
} as const satisfies Record<string, LocalizedText>;

export type FieldCode = keyof typeof FIELD_TEXTS;
