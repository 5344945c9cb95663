import { Injectable } from '@nestjs/common';
import type { Locale } from '@wheelhouse/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** People: an installation table, read before a tenant is known. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly source: DataSource) {}

  findByEmail(email: string, em: EntityManager = this.source.manager): Promise<PersonEntity | null> {
    return em.findOneBy(PersonEntity, { email });
  }

  findById(id: string): Promise<PersonEntity | null> {
    return this.source.manager.findOneBy(PersonEntity, { id });
  }

  async insert(
    em: EntityManager,
    person: Pick<PersonEntity, 'id' | 'email' | 'name' | 'passwordHash' | 'isOperator'> & { locale?: Locale },
  ): Promise<void> {
    await em.insert(PersonEntity, { locale: 'en', ...person });
  }

  async update(id: string, change: Partial<Pick<PersonEntity, 'name' | 'locale' | 'passwordHash'>>): Promise<void> {
    if (Object.values(change).some((value) => value !== undefined))
      await this.source.manager.update(PersonEntity, { id }, change);
  }

  async anybody(): Promise<boolean> {
    const [row] = await this.source.query(`SELECT EXISTS (SELECT 1 FROM people) AS some`);
    return row.some;
  }
}
