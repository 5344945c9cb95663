import type { InvitationGrant } from '@wheelhouse/contracts';
import { type Locale, localize, type LocalizedText } from '@wheelhouse/kernel';
import { fill } from '@wheelhouse/platform-i18n';
import { ACCOUNT_LETTER_TEXTS } from './account-letters.texts.js';
import { FACTOR_LETTER_TEXTS, type FactorEvent } from './security-letter.texts.js';
import { HOUSE_ACCENT, writeLetter, type WrittenLetter } from './letter.js';

/** In whose name a letter comes; null: the product's, where a person belongs to several tenants or to none. */
export type Sender = { name: LocalizedText; accent: string; timeZone: string } | null;

interface Addressee {
  email: string;
  name: string;
}

/** Asks a person into a tenant. */
export function invitationLetter(
  given: {
    to: Addressee;
    tenant: NonNullable<Sender>;
    by: string | null;
    grants: InvitationGrant[];
    url: string;
    until: Date;
  },
  locale: Locale,
): WrittenLetter {
  const { invitation: t, orCopy, roles, everywhere } = ACCOUNT_LETTER_TEXTS[locale];
  const { to, tenant, by, grants, url, until } = given;
  const words = { ...to, tenant: localize(tenant.name, locale), by: by ?? '' };
  return writeLetter({
    lang: locale,
    subject: fill(by ? t.subject : t.subjectHouse, words),
    sender: words.tenant,
    branded: true,
    accent: tenant.accent,
    title: fill(t.title, words),
    paragraphs: [fill(by ? t.text : t.textHouse, words), fill(t.until, { until: moment(until, tenant, locale) })],
    facts: grants.map(({ role, scopeKind, scopeName }) => {
      const where = scopeName ? localize(scopeName, locale) : scopeKind === 'tenant' ? everywhere : null;
      return { label: t.as, value: where ? `${roles[role]} · ${where}` : roles[role] };
    }),
    button: { label: t.go, url, orCopy },
    footer: fill(t.footer, words),
  });
}

/** Brings the link for a new password. */
export function resetLetter(
  { to, sender, url, until }: { to: Addressee; sender: Sender; url: string; until: Date },
  locale: Locale,
): WrittenLetter {
  const { reset: t, orCopy } = ACCOUNT_LETTER_TEXTS[locale];
  return writeLetter({
    ...from(sender, locale),
    subject: t.subject,
    title: t.title,
    paragraphs: [fill(t.text, { ...to }), fill(t.until, { until: moment(until, sender, locale) })],
    facts: [],
    button: { label: t.go, url, orCopy },
    footer: t.footer,
  });
}

/** Says that the password was changed, so that whoever did not do it learns of it. */
export function changedLetter(
  { to, sender, url, at }: { to: Addressee; sender: Sender; url: string; at: Date },
  locale: Locale,
): WrittenLetter {
  const { changed: t, orCopy } = ACCOUNT_LETTER_TEXTS[locale];
  return writeLetter({
    ...from(sender, locale),
    subject: t.subject,
    title: t.title,
    paragraphs: [fill(t.text, { ...to, at: moment(at, sender, locale) }), t.help],
    facts: [],
    button: { label: t.go, url, orCopy },
    footer: t.footer,
  });
}

export type SecurityEvent = FactorEvent | 'password.change' | 'password.reset';

/** Says what changed in how a person signs in, so that whoever did not do it learns of it. */
export function securityLetter(
  given: { to: Addressee; sender: Sender; url: string; at: Date; event: SecurityEvent },
  locale: Locale,
): WrittenLetter {
  const { event, to, sender, at, url } = given;
  if (event === 'password.change' || event === 'password.reset') return changedLetter(given, locale);
  const { changed, orCopy } = ACCOUNT_LETTER_TEXTS[locale];
  const { subject, title, text } = FACTOR_LETTER_TEXTS[locale][event];
  return writeLetter({
    ...from(sender, locale),
    ...{ subject, title },
    paragraphs: [fill(text, { ...to, at: moment(at, sender, locale) }), changed.help],
    facts: [],
    button: { label: changed.go, url, orCopy },
    footer: changed.footer,
  });
}

const from = (sender: Sender, locale: Locale) => ({
  lang: locale,
  sender: sender ? localize(sender.name, locale) : 'Wheelhouse',
  branded: sender !== null,
  accent: sender?.accent ?? HOUSE_ACCENT,
});

/** A moment in the sender's time zone, which is named: the reader may sit elsewhere. */
function moment(at: Date, sender: Pick<NonNullable<Sender>, 'timeZone'> | null, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone: sender?.timeZone ?? 'UTC',
  }).format(at);
}
