import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { normalizePassword } from '@wheelhouse/identity-domain';
import { Algorithm, hash, hashRaw, verify } from '@node-rs/argon2';

const ARGON2ID: Algorithm = 2;

/** argon2id with the OWASP minimum (19 MiB, 2 passes), the library's default. */
@Injectable()
export class Passwords {
  private readonly decoy = hash('a password that nobody has', { algorithm: ARGON2ID });

  hash(password: string): Promise<string> {
    return hash(normalizePassword(password), { algorithm: ARGON2ID });
  }

  /** Takes the same time whether or not there is a person behind the e-mail, or one that has a password (`none` is no hash). */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const tried = await this.against(passwordHash);
    const right = await verify(tried, normalizePassword(password));
    return right && tried === passwordHash;
  }

  /** What an attempt is worked out against: the person's hash, or one of a password that nobody has. */
  async against(passwordHash: string | null): Promise<string> {
    return passwordHash?.startsWith('$argon2') ? passwordHash : await this.decoy;
  }

  /** A slow hash by which something short that a machine made is found again; salted by whose it is. */
  fingerprint(secret: string, owner: string): Promise<Buffer> {
    const salt = createHash('sha256').update(owner).digest().subarray(0, 16);
    return hashRaw(secret, { algorithm: ARGON2ID, salt });
  }
}
