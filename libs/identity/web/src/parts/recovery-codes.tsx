import '../identity.css';
import { Button, Notice } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useRef } from 'react';
import { accessTexts } from '../access-texts.js';
import { copyFrom } from './copied-text.js';

/** The recovery codes, the one time that they are shown: to copy, to download, to print. */
export function RecoveryCodes({ codes, email }: { codes: string[]; email: string }) {
  const t = useT(accessTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = codes.join('\n');
  const download = () => {
    const link = document.createElement('a');
    const content = `${t('codes.file', { email })}\n\n${text}\n`;
    link.href = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
    link.download = 'wheelhouse-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="wh-stack id-codes">
      <Notice tone="watch">{t('codes.text')}</Notice>
      <textarea
        ref={field}
        className="id-codes__list"
        aria-label={t('codes.title')}
        readOnly
        rows={codes.length}
        value={text}
      />
      <div className="wh-row id-codes__ways">
        <Button icon="copy" onClick={() => void copyFrom(field.current, text, t('codes.copied'))}>
          {t('codes.copy')}
        </Button>
        <Button icon="download" onClick={download}>
          {t('codes.download')}
        </Button>
        <Button icon="document" onClick={() => print()}>
          {t('codes.print')}
        </Button>
      </div>
    </div>
  );
}
