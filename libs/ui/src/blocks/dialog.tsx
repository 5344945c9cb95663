import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { uiTexts } from '../reader/ui-texts.js';
import { useT } from '../reader/texts.js';
import { Button, type ButtonProps } from './button.js';

/** Shows a `<dialog>` as modal while `open`; the focus goes back to where it was, unless it has gone elsewhere. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, open = true): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    const box = dialog.current;
    if (!open || !box) return;
    if (!box.contains(document.activeElement)) before.current = document.activeElement;
    if (!box.open) box.showModal();
    return () => {
      const nowhere = !document.activeElement || document.activeElement === document.body;
      if (nowhere && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    };
  }, [dialog, open]);
}

/** A light modal on the browser's own `<dialog>`: keeps focus, closes on Escape. For AntD popups use AntD's Modal. */
export function Dialog({
  open,
  title,
  onClose,
  children,
  actions,
  firm,
}: {
  open: boolean;
  title: string;
  /** A press beside it does not close it: what was typed in it would be lost. */
  firm?: boolean;
  onClose: () => void;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog, open);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className="wh-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // Escape belongs to this dialog: what lies below it, a form in a modal, stays.
        if (event.key === 'Escape') event.stopPropagation();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && !firm) onClose();
      }}
    >
      <div className="wh-stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
      {actions && <div className="wh-dialog__actions">{actions}</div>}
    </dialog>
  );
}

export interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** The question, with the name of the thing: “Remove Li Wei from Longxiang?” */
  question: string;
  /** What will happen, and what will not. */
  detail?: ReactNode;
  /** The verb on the confirming button. */
  confirm: string;
  onConfirm: () => void | Promise<unknown>;
}

/** A button that asks once before it does what cannot be undone. */
export function ConfirmButton({
  question,
  detail,
  confirm,
  onConfirm,
  variant = 'danger',
  ...rest
}: ConfirmButtonProps) {
  const t = useT(uiTexts);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await onConfirm();
      setOpen(false);
    } catch {
      setOpen(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button {...rest} variant={variant} onClick={() => setOpen(true)} />
      <Dialog
        open={open}
        title={question}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button variant="danger" busy={busy} onClick={() => void go()}>
              {confirm}
            </Button>
          </>
        }
      >
        {detail && <p className="wh-muted">{detail}</p>}
      </Dialog>
    </>
  );
}
