import type { DeliveryStatus } from '@wheelhouse/contracts';
import { StatusTag } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { webhooksTexts } from './webhooks-texts.js';

const TONES = { waiting: 'neutral', delivered: 'good', failed: 'bad' } as const;

export function DeliveryStatusTag({ status }: { status: DeliveryStatus }) {
  const t = useT(webhooksTexts);
  return <StatusTag tone={TONES[status]}>{t(`statuses.${status}`)}</StatusTag>;
}
