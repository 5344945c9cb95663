/** What is wrong with one field of a request. `field` is a path such as `answers.AS-4S-C-01` or `items[3].weight`. */
export interface FieldProblem {
  field: string;
  code: string;
  params?: Record<string, string | number>;
}

/**
 * A refusal that the domain can explain. `code` is one of the closed catalogue in `@wheelhouse/contracts`, which gives
 * it an HTTP status and a text in both languages; one filter turns it into RFC 9457 problem details.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    readonly fields: FieldProblem[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
