import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Counts of attempts, each within a window. An installation table: nobody is known yet. */
@Injectable()
export class ThrottleRepository {
  constructor(private readonly source: DataSource) {}

  find(keys: string[], now: Date): Promise<{ key: string; count: number; ends: Date }[]> {
    return this.source.query(
      `SELECT key, failures AS count, window_ends_at AS ends FROM sign_in_attempts WHERE key = ANY($1) AND window_ends_at > $2`,
      [keys, now],
    );
  }

  /** One more, and how many that makes; a window that is over begins anew and ends at `ends`. */
  async add(key: string, ends: Date, now: Date): Promise<number> {
    const [row]: { failures: number }[] = await this.source.query(
      `INSERT INTO sign_in_attempts AS a (key, failures, window_ends_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN a.window_ends_at <= $3 THEN 1 ELSE a.failures + 1 END,
         window_ends_at = CASE WHEN a.window_ends_at <= $3 THEN $2 ELSE a.window_ends_at END
       RETURNING failures`,
      [key, ends, now],
    );
    return row?.failures ?? 1;
  }

  async less(key: string): Promise<void> {
    await this.source.query(`UPDATE sign_in_attempts SET failures = failures - 1 WHERE key = $1 AND failures > 0`, [
      key,
    ]);
  }

  async remove(key: string): Promise<void> {
    await this.source.query(`DELETE FROM sign_in_attempts WHERE key = $1`, [key]);
  }
}
