import { createHash } from 'node:crypto';
import { canonicalContent, differences, type SubmissionContent } from '@wheelhouse/audits-domain';
import { DomainError } from '@wheelhouse/kernel';
import type { AuditDocument } from './audit.rows.js';

/** SHA-256 of a submission's canonical content, in hex. */
export function contentHash(content: SubmissionContent): string {
  return createHash('sha256').update(canonicalContent(content)).digest('hex');
}

/** Passes when `content` is what was submitted; refuses it otherwise, naming what differs. */
export function refuseOtherContent(submitted: AuditDocument, content: SubmissionContent): void {
  if (submitted.contentHash === contentHash(content)) return;
  const fields = differences(submitted, content);
  const differs = fields.slice(0, 5).join(', ') + (fields.length > 5 ? ', …' : '');
  throw new DomainError(
    'AUDIT.ALREADY_SUBMITTED',
    { differs },
    fields.map((field) => ({ field, code: 'AUDIT.DIFFERS' })),
  );
}
