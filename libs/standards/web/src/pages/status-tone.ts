import type { StandardVersionStatus } from '@wheelhouse/contracts';
import type { Tone } from '@wheelhouse/ui';

export const STATUS_TONE: Record<StandardVersionStatus, Tone> = {
  draft: 'accent',
  published: 'good',
  retired: 'neutral',
};
