/** One page of a keyset-paged list. `nextCursor` is opaque; null on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** Only where a list promises it. */
  total?: number;
}

/** RFC 9457 problem details, the body of every 4xx and 5xx (`application/problem+json`). */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  instance: string;
  errors?: FieldProblemResponse[];
}

export interface FieldProblemResponse {
  field: string;
  code: string;
  message: string;
}
