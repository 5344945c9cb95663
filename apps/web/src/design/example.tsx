import type { ReactNode } from 'react';

/** One block in one state, with the names that it has in code. */
export function Example({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'ds-example ds-example--wide' : 'ds-example'}>
      <code className="ds-example__name">{name}</code>
      <div className="ds-example__body">{children}</div>
    </div>
  );
}

/** Examples side by side. */
export function Examples({ children }: { children: ReactNode }) {
  return <div className="ds-examples">{children}</div>;
}
