import * as argon2 from '@node-rs/argon2';
import { describe, expect, it, vi } from 'vitest';
import { NewPasswords } from './new-passwords.js';
import { Passwords } from './passwords.js';

vi.mock('@node-rs/argon2', { spy: true });

const faultOf = (password: string, known: string[] = []) =>
  new NewPasswords().check(password, 'password', known).then(
    () => null,
    (error: { fields: { field: string; code: string }[] }) => error.fields[0],
  );

describe('a new password', () => {
  it('is refused with the reason and the field', async () => {
    expect(await faultOf('correct horse battery')).toBeNull();
    expect(await faultOf('short')).toMatchObject({ field: 'password', code: 'FIELD.TOO_SHORT' });
    expect(await faultOf('1qaz2wsx3edc4rfv')).toMatchObject({ code: 'PASSWORD.LEAKED' });
    expect(await faultOf('１ＱＡＺ2WSX3edc4rfv')).toMatchObject({ code: 'PASSWORD.LEAKED' });
    expect(await faultOf('wangfang-wheelhouse', ['wangfang@x.test'])).toMatchObject({ code: 'PASSWORD.ABOUT_YOU' });
  });
});

describe('a password that is tried', () => {
  it('is worked out against a hash whoever it is for: nobody, somebody without a password, somebody else', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash('correct horse battery');
    for (const hash of [null, 'none', kept]) {
      vi.mocked(argon2.verify).mockClear();
      expect(await passwords.matches(hash, 'a password that nobody has')).toBe(false);
      expect(vi.mocked(argon2.verify).mock.calls).toEqual([[expect.stringMatching(/^\$argon2id/), expect.any(String)]]);
    }
    expect(await passwords.matches(kept, 'correct horse battery')).toBe(true);
  });
});
