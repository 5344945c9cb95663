import '../identity.css';
import type { InviteManyResponse } from '@wheelhouse/contracts';
import { Button, Dialog, Notice } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useRef } from 'react';
import { inviteManyTexts } from '../invite-many-texts.js';
import { peopleTexts } from '../people-texts.js';
import { copyFrom } from './copied-text.js';
import type { ReadLine } from './read-people.js';

/** Who was invited, with the links that are shown only now; who was skipped and why; which lines could not be read. */
export function InvitedMany({
  answer: { invited, skipped },
  left,
  onClose,
}: {
  answer: InviteManyResponse;
  left: Extract<ReadLine, { text: string }>[];
  onClose: () => void;
}) {
  const t = useT(inviteManyTexts);
  const people = useT(peopleTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  const links = invited.map(({ name, email, link }) => [name, email, link].join('\t')).join('\n');
  return (
    <Dialog
      open
      firm
      title={invited.length > 0 ? t('doneTitle', { count: invited.length }) : t('doneNobody')}
      onClose={onClose}
      actions={
        <>
          {invited.length > 0 && (
            <Button icon="copy" onClick={() => void copyFrom(field.current, links, t('copied'))}>
              {t('copy')}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {people('done')}
          </Button>
        </>
      }
    >
      <div className="wh-stack">
        {skipped.length > 0 && (
          <Notice tone="watch">
            <b>{t('skipped', { count: skipped.length })}</b>
            <ul className="id-lines">
              {skipped.map(({ email, reason }) => (
                <li key={email} className="id-long">
                  {t(`reason.${reason}`, { email })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {left.length > 0 && (
          <Notice tone="watch">
            <b>{t('left', { count: left.length })}</b>
            <ul className="id-lines">
              {left.map(({ line, wrong, text }) => (
                <li key={line} className="id-long">
                  {t('line', { line, why: t(`wrong.${wrong}`) })} <span className="wh-muted">{text}</span>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {invited.length > 0 && (
          <>
            <p>{t('links')}</p>
            <textarea
              ref={field}
              className="wh-input id-links"
              aria-label={t('linksLabel')}
              readOnly
              wrap="off"
              rows={Math.min(10, invited.length + 1)}
              value={links}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
