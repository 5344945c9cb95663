import type { StandardBody } from '@wheelhouse/contracts';
import { Skeleton } from '@wheelhouse/ui';
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';

const WhatIfPanel = lazy(() => import('./what-if-panel.js').then((m) => ({ default: m.WhatIfPanel })));

const WIDE = '(min-width: 1100px)';

/** Room for the panel beside the book; otherwise it comes up over it. */
function useWide(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(WIDE);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => matchMedia(WIDE).matches,
  );
}

/** The panel that tries a standard out: beside the book at a desk, from the bottom on a phone. Loaded when asked for. */
export function WhatIf({ body, before, onClose }: { body: StandardBody; before?: StandardBody; onClose: () => void }) {
  const wide = useWide();
  const panel = (
    <Suspense fallback={<Skeleton height={320} />}>
      <WhatIfPanel body={body} before={before} onClose={onClose} />
    </Suspense>
  );
  return wide ? <aside className="st-aside">{panel}</aside> : <Sheet onClose={onClose}>{panel}</Sheet>;
}

function Sheet({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="st-sheet"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
