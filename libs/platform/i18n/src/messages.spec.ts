import { describe, expect, it } from '@jest/globals';
import { ERROR_CATALOGUE, FIELD_TEXTS } from '@wheelhouse/contracts';
import { errorText, fieldText } from './messages.js';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe('messages', () => {
  it.each(Object.entries({ ...ERROR_CATALOGUE, ...FIELD_TEXTS }))(
    '%s speaks both languages with the same figures',
    (_, text) => {
      expect(text.en.trim()).not.toBe('');
      expect(text.zh.trim()).not.toBe('');
      expect(placeholders(text.zh)).toEqual(placeholders(text.en));
    },
  );

  it('fills parameters and leaves a forgotten one visible', () => {
    expect(errorText('CONFLICT.DUPLICATE', { value: 'SH-001' }, 'zh-CN')).toBe('“SH-001”已被使用。');
    expect(fieldText('FIELD.RANGE', { min: 1 }, 'en')).toBe('Must lie between 1 and {max}.');
    expect(errorText('NO.SUCH', {}, 'en')).toBeNull();
  });
});
