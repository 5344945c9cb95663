import type { ScoreSource } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import type { NewObservation } from '../scoring.types.js';

/** An observation of a supervisor's audit with the score 80; `overrides` change what the test is about. */
export function anObservation(
  overrides: Partial<NewObservation> & Pick<NewObservation, 'outletId' | 'standardVersionId'>,
): NewObservation {
  return {
    auditId: newId(),
    source: 'audit' satisfies ScoreSource,
    visitDate: '2026-03-04',
    score: 80,
    sectionScores: {},
    redLines: [],
    failed: false,
    auditorMemberId: null,
    findings: 0,
    counted: true,
    ...overrides,
  };
}
