/** Collects the conditions of one statement with their parameters. */
export class Conditions {
  readonly params: unknown[] = [];
  private readonly clauses: string[] = [];

  /** The placeholder of a value. */
  param(value: unknown): string {
    return `$${this.params.push(value)}`;
  }

  add(clause: string): this {
    this.clauses.push(clause);
    return this;
  }

  /** `column = value`, unless there is no value. */
  equal(column: string, value: unknown): this {
    return value === undefined ? this : this.add(`${column} = ${this.param(value)}`);
  }

  /** Whether `column` is one of `ids`; everything is for `all`. */
  within(column: string, ids: 'all' | readonly string[]): string {
    if (ids === 'all') return 'TRUE';
    return ids.length === 0 ? 'FALSE' : `${column} = ANY(${this.param(ids)}::uuid[])`;
  }

  get sql(): string {
    return this.clauses.join(' AND ');
  }
}
