import { describe, expect, it } from 'vitest';
import { attributeRows, attributesOf } from './attributes.js';

describe('attributes of an outlet', () => {
  it('keeps numbers, booleans and texts apart', () => {
    const rows = [
      { name: 'bays', value: '12' },
      { name: 'lounge', value: 'true' },
      { name: 'dealer', value: '00412' },
      { name: ' area ', value: ' -3.5 ' },
      { name: '', value: 'lost' },
    ];
    expect(attributesOf(rows)).toEqual({ bays: 12, lounge: true, dealer: '00412', area: -3.5 });
  });

  it('comes back the same', () => {
    const facts = { bays: 12, lounge: false, brand: 'Dragon' };
    expect(attributesOf(attributeRows(facts))).toEqual(facts);
  });
});
