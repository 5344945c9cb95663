/** Injection token of the options below. */
export const MAIL_OPTIONS = Symbol('MAIL_OPTIONS');

export interface MailOptions {
  /** `smtp://user:password@host:587` or `smtps://…`; without it nothing is delivered and mails stay in the outbox. */
  smtpUrl?: string | undefined;
  /** Sender, as `Name <address>` or a bare address. */
  from: string;
}

/** One mail, already in the reader's language. */
export interface Mail {
  /** Names the mail for ever: sent again after a crash, it is the same one to mail programs. */
  id?: string;
  /** One bare address. */
  to: string;
  subject: string;
  html: string;
  text: string;
  /** A PNG that the HTML shows as `cid:` + {@link MAIL_LOGO_CID}. */
  logo?: Buffer;
}

/** The content id of a mail's logo. */
export const MAIL_LOGO_CID = 'logo@wheelhouse';
