import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignInStepEntity } from './sign-in-step.entity.js';

/** Sign-ins that are half-way: found before a tenant is known. */
@Injectable()
export class SignInStepsRepository {
  constructor(private readonly source: DataSource) {}

  /** Keeps one; the person's that are over go. */
  async insert(step: Omit<SignInStepEntity, 'failures'>, now: Date): Promise<void> {
    await this.source.query(`DELETE FROM sign_in_steps WHERE person_id = $1 AND expires_at <= $2`, [
      step.personId,
      now,
    ]);
    await this.source.manager.insert(SignInStepEntity, { ...step, failures: 0 });
  }

  async findLive(tokenHash: Buffer, now: Date): Promise<SignInStepEntity | null> {
    const step = await this.source.manager.findOneBy(SignInStepEntity, { tokenHash });
    return step && step.expiresAt > now ? step : null;
  }

  /** Counts a wrong code; after `limit` of them the step is over. */
  async fail(id: string, limit: number): Promise<void> {
    await this.source.query(`UPDATE sign_in_steps SET failures = failures + 1 WHERE id = $1`, [id]);
    await this.source.query(`DELETE FROM sign_in_steps WHERE id = $1 AND failures >= $2`, [id, limit]);
  }

  /** Ends it; false when another request ended it first. */
  async take(id: string): Promise<boolean> {
    const [, count] = await this.source.query(`DELETE FROM sign_in_steps WHERE id = $1`, [id]);
    return count === 1;
  }
}
