import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { uiTexts } from '../reader/ui-texts.js';
import { useT } from '../reader/texts.js';
import { Icon } from './icon.js';

/** Milliseconds that a mouse rests before the definition opens, and that it may take from the button to the text. */
const REST = 250;
const AWAY = 180;

/**
 * A definition behind a small “?”. A press or Enter opens and closes it; a resting mouse opens it while it rests there
 * or on the text. Escape, leaving by Tab, scrolling or a press elsewhere close it.
 */
export function Hint({ label, children }: { label: string; children: ReactNode }) {
  const t = useT(uiTexts);
  const id = useId();
  const [open, setOpen] = useState<'no' | 'hover' | 'pressed'>('no');
  const button = useRef<HTMLButtonElement>(null);
  const pop = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = useCallback(() => setOpen('no'), []);
  usePlaced(open !== 'no', button, pop);
  useClosing(open !== 'no', button, pop, close);
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = (ms: number, change: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(change, ms);
  };
  return (
    <span
      className="wh-hint"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') later(REST, () => setOpen((now) => (now === 'no' ? 'hover' : now)));
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') later(AWAY, () => setOpen((now) => (now === 'hover' ? 'no' : now)));
      }}
    >
      <button
        ref={button}
        type="button"
        aria-label={t('explain', { label })}
        aria-expanded={open !== 'no'}
        aria-controls={open === 'no' ? undefined : id}
        aria-describedby={open === 'no' ? undefined : id}
        onClick={() => {
          clearTimeout(timer.current);
          setOpen(open === 'pressed' ? 'no' : 'pressed');
        }}
        onBlur={close}
      >
        <Icon name="help" size={15} />
      </button>
      {open !== 'no' && (
        <span ref={pop} id={id} className="wh-hint__pop" role="status">
          {children}
        </span>
      )}
    </span>
  );
}

type Box = RefObject<HTMLElement | null>;

/** Below the button where there is room, else above; never past the window's edges. */
function usePlaced(open: boolean, button: Box, pop: Box) {
  useLayoutEffect(() => {
    if (!open || !button.current || !pop.current) return;
    const at = button.current.getBoundingClientRect();
    const size = pop.current.getBoundingClientRect();
    const left = Math.max(12, Math.min(at.left + at.width / 2 - size.width / 2, window.innerWidth - size.width - 12));
    const below = at.bottom + 6 + size.height < window.innerHeight;
    pop.current.style.left = `${left}px`;
    pop.current.style.top = `${below ? at.bottom + 6 : Math.max(12, at.top - size.height - 6)}px`;
  }, [open, button, pop]);
}

function useClosing(open: boolean, button: Box, pop: Box, close: () => void) {
  useEffect(() => {
    if (!open) return;
    const inside = (event: Event) =>
      event.target instanceof Node && (button.current?.contains(event.target) || pop.current?.contains(event.target));
    const away = (event: Event) => {
      if (!inside(event)) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', escape, true);
    window.addEventListener('scroll', away, true);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', escape, true);
      window.removeEventListener('scroll', away, true);
    };
  }, [open, button, pop, close]);
}
