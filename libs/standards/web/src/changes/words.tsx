import { diffWords } from '@wheelhouse/standards-domain';
import type { ReactNode } from 'react';

/** A text as it is now, with what went struck through and what came underlined. */
export function TextDiff({ from, to, lang }: { from: string; to: string; lang?: string }) {
  return (
    <span className="st-diff" lang={lang}>
      {diffWords(from, to).map(({ kind, text }, i) =>
        kind === 'same' ? text : kind === 'removed' ? <del key={i}>{text}</del> : <ins key={i}>{text}</ins>,
      )}
    </span>
  );
}

/** One sentence of the list. */
export const Line = ({ children }: { children: ReactNode }) => <li className="st-change__line">{children}</li>;
