import type { StandardItem } from '@wheelhouse/contracts';

/** A yes/no item of weight 1 with whatever matters in a test. */
export function anItem(change: Partial<StandardItem>): StandardItem {
  return {
    ...{ id: 'X', en: 'x', zh: 'x', weight: 1, type: 'yes_no', critical: null },
    ...{ evidence: { kind: [], required_on: 'fail' }, servqual: '', mot: null, department: '', na_allowed: false },
    ...change,
  };
}
