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

  findById(id: string, em: EntityManager = this.source.manager): Promise<PersonEntity | null> {
    return em.findOneBy(PersonEntity, { id });
  }

  /** Operators of the installation, by name. */
  operators(): Promise<PersonEntity[]> {
    return this.source.manager.find(PersonEntity, { where: { isOperator: true }, order: { name: 'ASC', id: 'ASC' } });
  }

  async insert(
    em: EntityManager,
    person: Pick<PersonEntity, 'id' | 'email' | 'name' | 'passwordHash' | 'isOperator'> & { locale?: Locale },
  ): Promise<void> {
    await em.insert(PersonEntity, { locale: 'en', ...person });
  }

  async update(
    id: string,
    change: Partial<Pick<PersonEntity, 'name' | 'locale' | 'passwordHash'>>,
    em: EntityManager = this.source.manager,
  ): Promise<void> {
    if (Object.values(change).some((value) => value !== undefined)) await em.update(PersonEntity, { id }, change);
  }

  /** Whether there is anybody, with the table locked until the transaction ends: of two first runs at once one wins. */
  async anybodyLocked(em: EntityManager): Promise<boolean> {
    await em.query(`LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE`);
    const [row] = await em.query(`SELECT EXISTS (SELECT 1 FROM people) AS some`);
    return row.some;
  }

  async anybody(): Promise<boolean> {
    const [row] = await this.source.query(`SELECT EXISTS (SELECT 1 FROM people) AS some`);
    return row.some;
  }
}
