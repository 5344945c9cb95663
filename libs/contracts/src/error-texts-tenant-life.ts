/** Refusals about plans, exports and the end of a tenant. */
export const TENANT_LIFE_ERRORS = {
  'PLAN.OUTLETS': {
    status: 409,
    en: 'Your plan covers {limit} open outlets; {used} are open. Close outlets, or ask the operator for a larger plan.',
    zh: '当前套餐最多支持 {limit} 家营业门店，已有 {used} 家。请先关闭部分门店，或联系平台运营升级套餐。',
  },
  'PLAN.STORAGE': {
    status: 409,
    en: 'Your plan covers {limit} MB; {used} MB are in use. Audits go on working; new files must wait for a larger plan.',
    zh: '当前套餐的存储空间为 {limit} MB，已使用 {used} MB。检查不受影响，新文件需升级套餐后才能上传。',
  },
  'TENANT.NOT_CLOSING': {
    status: 409,
    en: 'This organisation is not being closed.',
    zh: '该组织没有处于注销流程中。',
  },
  'TENANT.CLOSING': {
    status: 409,
    en: 'This organisation is being closed; everything is deleted on {date}. Stop the closing first.',
    zh: '该组织正在注销，所有数据将于 {date} 删除。请先取消注销。',
  },
  'EXPORT.RUNNING': {
    status: 409,
    en: 'An export is being made already. Wait for it, then make another.',
    zh: '已有导出任务正在进行，请等待其完成后再导出。',
  },
  'EXPORT.NOT_READY': { status: 409, en: 'This export is not finished.', zh: '该导出尚未完成。' },
} as const;

export const TENANT_LIFE_FIELD_TEXTS = {
  'TENANT.SLUG_DIFFERS': { en: 'Type exactly “{slug}”.', zh: '请准确输入“{slug}”。' },
} as const;
