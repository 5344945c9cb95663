import type { WaveResponse, WaveStatus } from '@wheelhouse/contracts';
import type { Tone } from '@wheelhouse/ui';

export const WAVE_TONE: Record<WaveStatus, Tone> = { planned: 'neutral', running: 'accent', released: 'good' };

/** Shops of a wave that count: all but the cancelled. */
export function shopsOf({ counts }: Pick<WaveResponse, 'counts'>): number {
  return counts.open + counts.in_progress + counts.done + counts.missed;
}
