import { describe, expect, it } from 'vitest';
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
    expect(fieldText('FIELD.TOO_LONG', {}, 'en')).toBe('May have at most {max} characters.');
    expect(fieldText('AUTH.WRONG_PASSWORD', {}, 'zh-CN')).toBe('密码不正确。');
    expect(fieldText('NO.SUCH', {}, 'en')).toBe('NO.SUCH');
    expect(errorText('NO.SUCH', {}, 'en')).toBeNull();
  });

  it.each([
    [{ min: 0, max: 100 }, 'Must lie between 0 and 100.', '须在 0 与 100 之间。'],
    [{ min: 1, max: '…' }, 'Must be 1 or more.', '不得小于 1。'],
    [{ min: '…', max: 500 }, 'Must be 500 or less.', '不得大于 500。'],
    [{ min: '2026-03-01', max: '…' }, 'Must not be before 2026-03-01.', '不得早于 2026-03-01。'],
    [{ min: '…', max: '2026-03-31' }, 'Must not be after 2026-03-31.', '不得晚于 2026-03-31。'],
  ])('a range names only the bounds that exist: %j', (params, en, zh) => {
    expect(fieldText('FIELD.RANGE', params, 'en')).toBe(en);
    expect(fieldText('FIELD.RANGE', params, 'zh-CN')).toBe(zh);
  });
});
