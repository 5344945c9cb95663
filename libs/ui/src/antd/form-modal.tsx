import { Modal } from 'antd';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from '../blocks/button.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';

export interface FormModalProps {
  open: boolean;
  title: string;
  lead?: ReactNode;
  /** The verb on the primary button. */
  submit: string;
  busy?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** What one sees above the buttons: the refusal. */
  problem?: ReactNode;
  width?: number;
  children: ReactNode;
}

/** A form in a modal: Enter submits, Escape leaves. Its content is made anew each time it opens. */
export function FormModal({
  open,
  title,
  lead,
  submit,
  busy,
  onSubmit,
  onClose,
  problem,
  width = 560,
  children,
}: FormModalProps) {
  const t = useT(uiTexts);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // When sending ends without success, the eye and the cursor go to the first field that was refused.
  useEffect(() => {
    if (!busy) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [busy]);
  return (
    <Modal
      open={open}
      title={title}
      width={width}
      onCancel={onClose}
      destroyOnHidden
      mask={{ closable: false }}
      centered
      styles={{ body: { maxHeight: 'calc(100dvh - 220px)', overflowY: 'auto', paddingInline: 2 } }}
      footer={
        <>
          {problem && <div style={{ textAlign: 'left', paddingBottom: 12 }}>{problem}</div>}
          <div className="wh-dialog__actions" style={{ marginTop: 0 }}>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" busy={busy}>
              {submit}
            </Button>
          </div>
        </>
      }
    >
      <form
        ref={form}
        id={id}
        noValidate
        className="wh-stack"
        style={{ paddingBlock: 8 }}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {lead && <p className="wh-muted">{lead}</p>}
        {children}
      </form>
    </Modal>
  );
}
