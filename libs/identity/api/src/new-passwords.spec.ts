import { describe, expect, it, vi } from 'vitest';
import { NewPasswords } from './new-passwords.js';
import { Passwords } from './passwords.js';

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
    const costOf = (hash: string) => hash.split('$').slice(0, 4);
    const against = vi.spyOn(passwords, 'against');
    for (const hash of [null, 'none', kept]) {
      expect(await passwords.matches(hash, 'a password that nobody has')).toBe(false);
      expect(against).toHaveBeenLastCalledWith(hash);
      expect(costOf(await passwords.against(hash))).toEqual(costOf(kept));
    }
    expect(await passwords.matches(kept, 'correct horse battery')).toBe(true);
  });
});
