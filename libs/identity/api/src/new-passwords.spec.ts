import { describe, expect, it } from 'vitest';
import { NewPasswords } from './new-passwords.js';

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
