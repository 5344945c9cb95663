import type { FieldProblem, LocalizedText } from '@wheelhouse/kernel';
import { nearest } from './nearest.js';

/** Something that a file names by code or name: an org unit or a peer group. */
export interface Named {
  id: string;
  code: string;
  name: LocalizedText;
}

const key = (text: string) => text.trim().toLowerCase();

/** Finds org units or peer groups as people write them: by code, or by a name that only one bears. */
export class Directory<T extends Named> {
  private readonly byId = new Map<string, T>();
  private readonly byCode = new Map<string, T>();
  private readonly byKey = new Map<string, T[]>();

  constructor(entries: readonly T[]) {
    for (const entry of entries) {
      this.byId.set(entry.id, entry);
      this.byCode.set(entry.code, entry);
      for (const text of new Set([key(entry.code), key(entry.name.en), key(entry.name.zh)])) {
        const known = this.byKey.get(text);
        if (known) known.push(entry);
        else this.byKey.set(text, [entry]);
      }
    }
  }

  codeOf(id: string | null): string {
    return (id && this.byId.get(id)?.code) || '';
  }

  /** The entry, or what is wrong with what was written. */
  find(text: string): T | Omit<FieldProblem, 'field'> {
    const exact = this.byCode.get(text);
    if (exact) return exact;
    const [only, ...others] = this.byKey.get(key(text)) ?? [];
    if (only && others.length === 0) return only;
    if (only) {
      const codes = [only, ...others].slice(0, 5).map(({ code }) => code);
      return { code: 'IMPORT.AMBIGUOUS', params: { value: text, codes: codes.join(', ') } };
    }
    const near = nearest(text, this.byKey.keys());
    const meant = near === null ? undefined : this.byKey.get(near)?.[0];
    if (!meant) return { code: 'IMPORT.NO_SUCH', params: { value: text } };
    return { code: 'IMPORT.NO_SUCH_NEAREST', params: { value: text, nearest: meant.code } };
  }
}

export const isFound = <T extends Named>(found: T | Omit<FieldProblem, 'field'>): found is T => 'id' in found;
