import { describe, expect, it } from 'vitest';
import { EN } from './terms-en.js';
import { ZH } from './terms-zh.js';

const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the catalogue of figures', () => {
  it.each(Object.keys(EN) as (keyof typeof EN)[])(
    'says what %s means and how it is computed, in both languages',
    (term) => {
      const [en, zh]: Record<string, string>[] = [EN[term], ZH[term]];
      expect(Object.keys(en ?? {})).toEqual(expect.arrayContaining(['what', 'formula']));
      expect(Object.keys(zh ?? {})).toEqual(Object.keys(en ?? {}));
      for (const part of Object.keys(en ?? {})) {
        expect(en?.[part]?.trim()).toBeTruthy();
        expect(zh?.[part]).toMatch(/\p{Script=Han}/u);
        expect(names(zh?.[part] ?? '')).toEqual(names(en?.[part] ?? ''));
      }
    },
  );
});
