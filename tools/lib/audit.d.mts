export interface Verdict {
  passed: number;
  failed: number;
  output: string;
  /** Why it could not be asked. */
  note?: string;
}
export function verdict(output: string, accepted?: Record<string, string>): Verdict;
