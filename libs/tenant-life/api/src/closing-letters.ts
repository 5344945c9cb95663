import { type MemberView, writeLetter, type WrittenLetter } from '@wheelhouse/identity-api';
import { type Locale, localize } from '@wheelhouse/kernel';
import { fill } from '@wheelhouse/platform-i18n';
import type { TenantRow } from './operator.repository.js';

const en = {
  closing: {
    subject: '{tenant} is being closed: everything is deleted on {date}',
    title: '{tenant} is being closed',
    text: '{name}, the operator of Wheelhouse has closed {tenant}. From now on nobody can sign in. On {date} all its data is deleted for good: outlets, standards, audits, reports, people who belong to nothing else.',
    help: 'If this is a mistake, or you still need an archive of your data, tell the operator before that day: until then everything can be brought back.',
  },
  kept: {
    subject: '{tenant} stays',
    title: 'The closing was stopped',
    text: '{name}, the closing of {tenant} was stopped. Nothing was deleted. It is suspended until the operator lets it work again.',
    help: 'Ask the operator when you can go on.',
  },
  footer: 'You get this mail as an administrator of {tenant}.',
};
const zh: typeof en = {
  closing: {
    subject: '{tenant}即将注销，所有数据将于 {date} 删除',
    title: '{tenant}即将注销',
    text: '{name}，您好！平台运营已启动{tenant}的注销流程，从现在起所有成员无法登录。{date} 将永久删除全部数据，包括门店、标准、检查、报告，以及不属于其他组织的人员账号。',
    help: '如属误操作，或仍需导出数据，请在该日期之前联系平台运营，在此之前一切均可恢复。',
  },
  kept: {
    subject: '{tenant}的注销已取消',
    title: '注销已取消',
    text: '{name}，您好！{tenant}的注销已取消，未删除任何数据。在平台运营恢复启用之前，组织处于停用状态。',
    help: '何时恢复使用，请咨询平台运营。',
  },
  footer: '您是{tenant}的管理员，因此收到本邮件。',
};
const TEXTS: Record<Locale, typeof en> = { en, 'zh-CN': zh };

/** Tells an administrator that the organisation is being closed, and until when that can be undone. */
export const closingLetter = (tenant: TenantRow, to: MemberView, deleteAt: Date): WrittenLetter =>
  letter('closing', tenant, to, deleteAt);

/** Tells an administrator that the closing was stopped. */
export const keptLetter = (tenant: TenantRow, to: MemberView): WrittenLetter => letter('kept', tenant, to, null);

function letter(kind: 'closing' | 'kept', tenant: TenantRow, to: MemberView, day: Date | null): WrittenLetter {
  const texts = TEXTS[to.locale];
  const { timeZone } = tenant;
  const words = {
    tenant: localize(tenant.name, to.locale),
    name: to.name,
    date: day ? new Intl.DateTimeFormat(to.locale, { dateStyle: 'long', timeZone }).format(day) : '',
  };
  const { subject, title, text, help } = texts[kind];
  return writeLetter({
    lang: to.locale,
    subject: fill(subject, words),
    sender: words.tenant,
    branded: true,
    accent: tenant.accent,
    title: fill(title, words),
    paragraphs: [fill(text, words), help],
    facts: [],
    button: null,
    footer: fill(texts.footer, words),
  });
}
