import { describe, expect, it } from 'vitest';
import { normalizePassword, passwordFault } from './password-rule.js';

const WHO = ['fang.wang@longxiang.example', 'Wang Fang', '王芳芳'];

describe('a new password', () => {
  it.each([
    ['correct horse battery', null],
    ['我家的猫每天早上六点钟叫我起床吃饭', null],
    ['no digits needed', null],
    ['fourteen chars', 'FIELD.TOO_SHORT'],
    ['👍👍👍👍👍👍👍', 'FIELD.TOO_SHORT'],
    ['passwordpassword', 'PASSWORD.PATTERN'],
    ['aaaaaaaaaaaaaaaaaa', 'PASSWORD.PATTERN'],
    ['abcdefghijklmnopq', 'PASSWORD.PATTERN'],
    ['123456789012345', 'PASSWORD.PATTERN'],
    ['987654321098765', 'PASSWORD.PATTERN'],
    ['Wheelhouse-2026!', 'PASSWORD.ABOUT_YOU'],
    ['fang.wang@longxiang.example', 'PASSWORD.ABOUT_YOU'],
    ['longxiang-fang-wang-1', 'PASSWORD.ABOUT_YOU'],
    ['王芳芳王芳芳王芳芳12王芳芳3', 'PASSWORD.ABOUT_YOU'],
    ['wang rides a green bicycle', null],
  ])('“%s”: %s', (password, fault) => {
    expect(passwordFault(password, WHO)).toBe(fault);
  });

  it('is the same however its characters are composed', () => {
    expect(normalizePassword('cafe\u0301 １２３')).toBe('caf\u00e9 123');
  });
});
