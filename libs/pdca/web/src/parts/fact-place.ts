import type { Quadrant } from './phase-state.js';

/** Where a fact that a gate asks for is filled in: the phase whose panel it stands in, and its section there. */
export function placeOfFact(code: string): { phase: Quadrant; section: string } {
  if (code === 'do_finished') return { phase: 'do', section: 'cycle-do' };
  if (code === 'objective.measured') return { phase: 'check', section: 'cycle-effects' };
  if (code === 'conclusion') return { phase: 'check', section: 'cycle-conclusion' };
  if (code === 'objective.decision') return { phase: 'act', section: 'cycle-decisions' };
  if (code.startsWith('objective')) return { phase: 'plan', section: 'cycle-objectives' };
  return { phase: 'plan', section: 'cycle-plan' };
}

/** Brings a section into sight and puts the focus on the first thing in it that can be used. */
export function goToSection(section: string): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(section);
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>('button:not([aria-expanded]), textarea, input')?.focus({ preventScroll: true });
  });
}
