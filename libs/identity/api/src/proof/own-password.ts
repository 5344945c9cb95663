import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import { Clock } from '@wheelhouse/platform-db';
import { Passwords } from '../passwords.js';
import { PeopleRepository } from '../people.repository.js';
import type { PersonEntity } from '../person.entity.js';
import { Throttle } from '../throttle.js';

/** The password of somebody who is signed in, given again; wrong ones count as those at the door do. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly people: PeopleRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** Answers whose it is. @throws AUTH.WRONG_PASSWORD at `field`, AUTH.THROTTLED */
  async check(personId: string, password: string, ip: string, field: string): Promise<PersonEntity> {
    const person = await this.people.findById(personId);
    if (!person) throw new DomainError('AUTH.REQUIRED');
    await this.throttle.take('signIn', person.email, ip, this.clock.now());
    if (!(await this.passwords.matches(person.passwordHash, password)))
      throw new DomainError('AUTH.WRONG_PASSWORD', {}, [{ field, code: 'AUTH.WRONG_PASSWORD' }]);
    await this.throttle.giveBack('signIn', person.email, ip);
    return person;
  }
}
