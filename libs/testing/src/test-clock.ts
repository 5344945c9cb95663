import { Clock } from '@wheelhouse/platform-db';

/** A clock that stands where a test puts it, and otherwise runs. */
export class TestClock extends Clock {
  private fixed: Date | null = null;

  now(): Date {
    return this.fixed ? new Date(this.fixed) : new Date();
  }

  /** From now on it is `at`. */
  set(at: Date | string): void {
    this.fixed = new Date(at);
  }

  /** Moves a fixed clock by whole days. */
  advanceDays(days: number): void {
    this.set(new Date(this.now().getTime() + days * 86_400_000));
  }

  /** Time runs again. */
  release(): void {
    this.fixed = null;
  }
}
