import { describe, expect, it } from 'vitest';
import type { StandardBody } from '@wheelhouse/contracts';
import { checkPublishable } from '@wheelhouse/standards-domain';
import {
  addItem,
  addSection,
  moveItem,
  moveSection,
  nextSectionId,
  placeAfterMove,
  placeOf,
  removeItem,
  updateItem,
  withSteps,
  withType,
} from './body-edits.js';

const empty: StandardBody = {
  ...{ schema: 'standard.v1', code: 'T', kind: 'store', version: '1.0.0', name: { en: 'T', zh: 'T' } },
  scoring: { mode: 'section_weighted', precision: 2, grades: [['A', 0]], na_share_warning: 0.3 },
  dictionaries: {
    departments: { SA: { en: 'Reception', zh: '前台' } },
    servqual: { REL: { en: 'Reliability', zh: '可靠性' } },
    moments_of_truth: {},
    evidence: { photo: 'photo' },
  },
  sections: [],
};
const ids = (body: StandardBody) => body.sections.map(({ id, items }) => [id, ...items.map((item) => item.id)]);
const two = addItem(addItem(addItem(addSection(addSection(empty)), 0), 0), 1);

describe('edits of a draft', () => {
  it('numbers what is added', () => {
    expect(ids(two)).toEqual([
      ['A', 'T-A-01', 'T-A-02'],
      ['B', 'T-B-01'],
    ]);
    const again = addItem(removeItem(two, { section: 0, item: 0 }), 0);
    expect(ids(again)[0]).toEqual(['A', 'T-A-02', 'T-A-03']);
    const alphabet = Array.from({ length: 26 }).reduce<StandardBody>((body) => addSection(body), empty);
    expect(nextSectionId(alphabet)).toBe('AA');
  });

  it('names nothing in a new item that the dictionaries do not hold', () => {
    const codes = checkPublishable(two).problems.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['STANDARD.TEXT_MISSING']));
  });

  it('moves items within a section and over its ends, and sections', () => {
    expect(placeAfterMove(two, { section: 0, item: 0 }, -1)).toBeNull();
    expect(placeAfterMove(two, { section: 0, item: 0 }, 1)).toEqual({ section: 0, item: 1 });
    expect(placeAfterMove(two, { section: 0, item: 1 }, 1)).toEqual({ section: 1, item: 0 });
    expect(placeAfterMove(two, { section: 1, item: 0 }, -1)).toEqual({ section: 0, item: 2 });
    expect(ids(moveItem(two, { section: 0, item: 1 }, { section: 1, item: 0 }))).toEqual([
      ['A', 'T-A-01'],
      ['B', 'T-A-02', 'T-B-01'],
    ]);
    expect(ids(moveSection(two, 0, 1)).map(([id]) => id)).toEqual(['B', 'A']);
    expect(moveSection(two, 1, 1)).toEqual(two);
  });

  it('gives each kind of answer the part that it needs and no other', () => {
    const item = two.sections[0]?.items[0];
    if (!item) throw new Error('no item');
    expect(withType(withType(item, 'scale'), 'sample')).toMatchObject({ type: 'sample', sample: { size: 10 } });
    expect(withType(withType(item, 'scale'), 'sample').scale).toBeUndefined();
    expect(withType(item, 'numeric_min').numeric).toEqual({ full_at: 10, zero_at: 0, unit: '' });
    expect(withType(withType(item, 'numeric_min'), 'numeric_max').numeric).toEqual({
      full_at: 0,
      zero_at: 10,
      unit: '',
    });
    const choice = updateItem(two, { section: 0, item: 0 }, (old) => withType(old, 'choice'));
    expect(checkPublishable(choice).problems.map(({ code }) => code)).not.toContain('STANDARD.OPTIONS_NO_FULL');
  });

  it('keeps the texts of the steps that stay', () => {
    const scale = { min: 0, max: 2, anchors_en: ['a', 'b', 'c'], anchors_zh: ['x', 'y', 'z'] };
    expect(withSteps(scale, 1, 3)).toEqual({ min: 1, max: 3, anchors_en: ['b', 'c', ''], anchors_zh: ['y', 'z', ''] });
    expect(withSteps(scale, 0, 50).max).toBe(10);
  });

  it('finds the place that a problem names', () => {
    expect(placeOf('sections[2].items[0].weight')).toEqual({ section: 2, item: 0 });
    expect(placeOf('sections[1].en')).toEqual({ section: 1 });
    expect(placeOf('scoring.grades')).toEqual({});
  });
});
