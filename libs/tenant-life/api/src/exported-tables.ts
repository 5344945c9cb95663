/** Tables of a tenant that its archive leaves out, each with the reason. Every other one is in it. */
export const WITHHELD_TABLES: Record<string, string> = {
  tenant_export_parts: 'the archives themselves',
  tenant_minutes: 'counts requests of the last hours',
  idempotency_keys: 'answers of the last day, for programs that ask again',
  sso_attempts: 'sign-ins that are half-way',
  access_tokens: 'by which programs sign in: worthless elsewhere, dangerous in an archive',
  invitations: 'hold the hashes of one-time links',
};

/** Columns that an archive leaves out, by table, with the reason. */
export const WITHHELD_COLUMNS: Record<string, Record<string, string>> = {
  mails: { secret: 'one-time links', html: 'the same as body_text' },
  sign_in_providers: { client_secret: 'opens the provider' },
  webhook_endpoints: { secret: 'signs deliveries', old_secret: 'signs deliveries' },
};

/** A column with such a name may hold a secret: it is either withheld, or its table is. A test holds every table to it. */
export const SECRET_NAME = /(secret|token|password|hash|private_key|recovery)/;

/** Columns whose name only sounds like a secret. */
export const HARMLESS_COLUMNS: Record<string, string> = {
  'audits.content_hash': 'says whether an audit was submitted before',
  'mails.secret_readable': 'says whether an administrator may pass a link on',
  'webhook_endpoints.old_secret_until': 'a time',
  'tenant_logos.hash': 'names a picture by its content',
};
