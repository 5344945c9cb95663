import { describe, expect, it } from 'vitest';
import { i18n } from './i18n.js';
import { defineTexts, translatorOf } from './texts.js';

describe('texts of a feature', () => {
  const texts = defineTexts('spec', {
    en: { title: 'Network', found_one: '{{count}} outlet', found_other: '{{count}} outlets', deep: { a: 'A & B' } },
    zh: { title: '门店网络', found_other: '{{count}} 家门店', deep: { a: '甲' } },
  });
  const say = (language: string, key: string, params?: Record<string, string | number>) =>
    i18n.getFixedT(language, texts.namespace)(key, params);

  it('answers in either language, with plurals', () => {
    expect(say('en', 'title')).toBe('Network');
    expect(say('en', 'found', { count: 1 })).toBe('1 outlet');
    expect(say('en', 'found', { count: 3 })).toBe('3 outlets');
    expect(say('zh-CN', 'found', { count: 1 })).toBe('1 家门店');
    expect(say('en', 'deep.a')).toBe('A & B');
  });

  it('says the same as i18next', () => {
    const both = {
      a: '{{name}} & {{ count }}',
      some_other: '{{count}} × {{name}}',
      b: { c: '$t(a)', d: '{{missing}}.' },
    };
    const tricky = defineTexts('spec.tricky', { en: { ...both, some_one: 'one {{name}}' }, zh: both });
    for (const language of ['en', 'zh-CN'])
      for (const [key, params] of [
        ['a', { name: '$& $1 <b>', count: 2 }],
        ['some', { name: 'x', count: 1 }],
        ['some', { name: 'x', count: 0 }],
        ['some', { name: '{{count}}', count: 1_200 }],
        ['b.c', { name: 'n', count: 3 }],
        ['b.d', {}],
        ['a', undefined],
      ] as const)
        expect(translatorOf(language, tricky.namespace)(key, params)).toBe(
          i18n.getFixedT(language, tricky.namespace)(key, params ?? {}),
        );
  });

  it('does not compile without a Chinese key', () => {
    // @ts-expect-error zh lacks `b`
    defineTexts('spec.missing', { en: { a: 'A', b: 'B' }, zh: { a: '甲' } });
    // @ts-expect-error zh has a key too many
    defineTexts('spec.more', { en: { a: 'A' }, zh: { a: '甲', b: '乙' } });
    expect(say('en', 'title')).toBe('Network');
  });
});
