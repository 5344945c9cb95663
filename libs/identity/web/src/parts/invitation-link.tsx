import '../identity.css';
import type { InvitationWithLink } from '@wheelhouse/contracts';
import { Button, ButtonLink, Dialog, FormField, TextInput } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useRef } from 'react';
import { peopleTexts } from '../people-texts.js';
import { copyFrom } from './copied-text.js';

/** The link of an invitation, the one time that it is shown. */
export function InvitationLink({ invitation, onClose }: { invitation: InvitationWithLink; onClose: () => void }) {
  const t = useT(peopleTexts);
  const input = useRef<HTMLInputElement>(null);
  const { email, link, mailId } = invitation;
  return (
    <Dialog
      open
      title={t('linkTitle')}
      onClose={onClose}
      actions={
        <>
          {mailId && <ButtonLink to={`/outbox/${mailId}`}>{t('toOutbox')}</ButtonLink>}
          <Button onClick={onClose}>{t('done')}</Button>
          <Button variant="primary" icon="copy" onClick={() => void copyFrom(input.current, link, t('copied'))}>
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
