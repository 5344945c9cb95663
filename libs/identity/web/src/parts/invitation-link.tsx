import '../identity.css';
import type { InvitationWithLink } from '@wheelhouse/contracts';
import { Button, ButtonLink, Dialog, FormField, TextInput, toast } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useRef } from 'react';
import { peopleTexts } from '../people-texts.js';

/** The link of an invitation, the one time that it is shown. */
export function InvitationLink({ invitation, onClose }: { invitation: InvitationWithLink; onClose: () => void }) {
  const t = useT(peopleTexts);
  const input = useRef<HTMLInputElement>(null);
  const { email, link, mailId } = invitation;
  const copy = async () => {
    // The clipboard is there only on https and localhost; elsewhere the old way copies what is selected.
    input.current?.select();
    const done = await (navigator.clipboard?.writeText(link).then(() => true) ?? Promise.resolve(false)).catch(
      () => false,
    );
    if (done || document.execCommand('copy')) toast({ text: t('copied'), tone: 'good' });
  };
  return (
    <Dialog
      open
      title={t('linkTitle')}
      onClose={onClose}
      actions={
        <>
          {mailId && <ButtonLink to={`/outbox/${mailId}`}>{t('toOutbox')}</ButtonLink>}
          <Button onClick={onClose}>{t('done')}</Button>
          <Button variant="primary" icon="copy" onClick={() => void copy()}>
            {t('copy')}
          </Button>
        </>
      }
    >
      <p className="id-long">{t('linkText', { email })}</p>
      <FormField label={t('linkLabel')} hint={t('linkKept', { email })}>
        {(bind) => (
          <TextInput
            {...bind}
            ref={input}
            readOnly
            className="id-link"
            value={link}
            onFocus={(e) => e.target.select()}
          />
        )}
      </FormField>
    </Dialog>
  );
}
