import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { uiTexts } from '../reader/ui-texts.js';
import { useT } from '../reader/texts.js';
import { Icon } from './icon.js';

/** A definition behind a small “?”: opens on press or focus, closes on Escape or a press elsewhere. */
export function Hint({ label, children }: { label: string; children: ReactNode }) {
  const t = useT(uiTexts);
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const pop = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    if (!open || !button.current || !pop.current) return;
    const at = button.current.getBoundingClientRect();
    const size = pop.current.getBoundingClientRect();
    const left = Math.max(12, Math.min(at.left + at.width / 2 - size.width / 2, window.innerWidth - size.width - 12));
    const below = at.bottom + 6 + size.height < window.innerHeight;
    pop.current.style.left = `${left}px`;
    pop.current.style.top = `${below ? at.bottom + 6 : at.top - size.height - 6}px`;
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      if (event.type === 'pointerdown' && button.current?.contains(event.target as Node)) return;
      setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    window.addEventListener('scroll', close, true);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
      window.removeEventListener('scroll', close, true);
    };
  }, [open]);

  return (
    <span className="wh-hint">
      <button
        ref={button}
        type="button"
        aria-label={t('explain', { label })}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onBlur={() => setOpen(false)}
      >
        <Icon name="help" size={15} />
      </button>
      {open && (
        <span ref={pop} id={id} className="wh-hint__pop" role="status">
          {children}
        </span>
      )}
    </span>
  );
}
