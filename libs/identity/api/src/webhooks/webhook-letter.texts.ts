/** The mail that says that a webhook was switched off. */
export const SWITCHED_OFF = {
  en: {
    subject: 'A webhook was switched off',
    hello: 'Hello {name},',
    failing: 'Every attempt to reach this address has failed for five days, so nothing is sent to it any more.',
    gone: 'This address answered “410 Gone”, so nothing is sent to it any more.',
    next: 'Once it works again, switch the webhook on and send again what failed.',
    address: 'Address',
    open: 'Open webhooks',
    orCopy: 'Or copy this address into the browser:',
    footer: 'You receive this mail because you manage webhooks.',
  },
  'zh-CN': {
    subject: 'Webhook 已停用',
    hello: '{name}，您好：',
    failing: '五天以来，发送到该地址的所有请求均失败，系统已停止向其发送。',
    gone: '该地址返回“410 Gone”，系统已停止向其发送。',
    next: '恢复正常后，请重新启用该 Webhook，并重新投递失败的记录。',
    address: '地址',
    open: '打开 Webhook 页面',
    orCopy: '或将以下地址复制到浏览器中打开：',
    footer: '您收到此邮件，是因为您负责管理 Webhook。',
  },
} as const;
