import type { ImportStatus } from '@wheelhouse/contracts';
import { StatusTag } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { importTexts } from './texts.js';

const LOOK = {
  checking: { tone: 'accent', icon: 'clock' },
  checked: { tone: 'watch', icon: 'eye' },
  applying: { tone: 'accent', icon: 'clock' },
  applied: { tone: 'good', icon: 'check' },
  failed: { tone: 'bad', icon: 'alert' },
  cancelled: { tone: 'neutral', icon: 'close' },
} as const;

/** How an import stands, in a word. */
export function ImportStatusTag({ status }: { status: ImportStatus }) {
  const t = useT(importTexts);
  return <StatusTag {...LOOK[status]}>{t(`status.${status}`)}</StatusTag>;
}
