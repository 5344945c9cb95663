import { Injectable } from '@nestjs/common';
import { normalizePassword, PASSWORD_MIN, passwordFault } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';

/** Whether a password may be chosen: long enough, no pattern, not about its owner, not among those that leaked (offline list). */
@Injectable()
export class NewPasswords {
  private leaked: Promise<Set<string>> | undefined;

  /** @throws REQUEST.INVALID naming `field` */
  async check(password: string, field: string, known: string[]): Promise<void> {
    const fault = passwordFault(password, known) ?? ((await this.isLeaked(password)) ? 'PASSWORD.LEAKED' : null);
    if (fault) throw new DomainError('REQUEST.INVALID', {}, [{ field, code: fault, params: { min: PASSWORD_MIN } }]);
  }

  private async isLeaked(password: string): Promise<boolean> {
    // Some 50,000 entries, read once, by the first that needs them.
    this.leaked ??= import('@zxcvbn-ts/language-common').then(
      ({ dictionary }) => new Set(dictionary['passwords-common'].map(String)),
    );
    return (await this.leaked).has(normalizePassword(password).toLowerCase());
  }
}
