import type { OutboxMail } from '@wheelhouse/contracts';
import { StatusTag } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { recordsTexts } from '../records-texts.js';

const TONES = { waiting: 'neutral', sent: 'good', kept: 'neutral', failed: 'bad' } as const;

/** How it stands with a mail. */
export function MailStatus({ status }: { status: OutboxMail['status'] }) {
  const t = useT(recordsTexts);
  return <StatusTag tone={TONES[status]}>{t(`outbox.statuses.${status}`)}</StatusTag>;
}
