import { type LogoResponse, type TenantSettingsResponse } from '@wheelhouse/contracts';
import { Button, Icon, toast } from '@wheelhouse/ui';
import { api, useFormat, useSave, useSessionActions, useT } from '@wheelhouse/web-core';
import { useId, useRef, useState } from 'react';
import { brandTexts } from '../brand.texts.js';

const MOST_BYTES = 1024 * 1024;

/** The tenant's logo on both grounds; saved at once, a removal can be taken back. */
export function LogoField({ settings }: { settings: TenantSettingsResponse }) {
  const t = useT(brandTexts);
  const f = useFormat();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const { refresh } = useSessionActions();
  const [refused, setRefused] = useState('');
  const put = useSave((file: Blob) => api.put<LogoResponse>('/settings/logo', file), {
    changes: ['/settings'],
    quiet: true,
    done: t('uploaded'),
    onDone: () => void refresh(),
  });
  const remove = useSave(
    async (logo: string) => {
      const kept = await fetch(logo).then((answer) => answer.blob());
      await api.delete('/settings/logo');
      return kept;
    },
    {
      changes: ['/settings'],
      done: null,
      onDone: (kept) => {
        void refresh();
        toast({ text: t('removed'), tone: 'good', undo: () => put.mutate(kept) });
      },
    },
  );
  const take = (file: File | undefined) => {
    if (!file) return;
    const tooLarge = file.size > MOST_BYTES;
    setRefused(tooLarge ? t('tooLarge', { size: f.number(file.size / MOST_BYTES, 1) }) : '');
    if (!tooLarge) put.mutate(file);
  };
  const problem = refused || put.problem?.message;
  const { logo } = settings;
  const may = settings.can.manage;
  return (
    <div className="wh-field">
      <label className="wh-field__label" htmlFor={id}>
        {t('logo')}
      </label>
      <div className="org-previews">
        {(['light', 'dark'] as const).map((ground) => (
          <div key={ground} className={`org-logo org-logo--${ground}`}>
            {logo ? (
              <img src={logo} alt={ground === 'light' ? t('alt', { name: f.text(settings.name) }) : ''} />
            ) : (
              <span>{t('none')}</span>
            )}
          </div>
        ))}
      </div>
      {may && (
        <div className="wh-row">
          <input
            ref={picker}
            id={id}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="wh-sr"
            tabIndex={-1}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button icon="upload" busy={put.isPending} onClick={() => picker.current?.click()}>
            {t(logo ? 'replace' : 'upload')}
          </Button>
          {logo && (
            <Button variant="quiet" icon="trash" busy={remove.isPending} onClick={() => remove.mutate(logo)}>
              {t('remove')}
            </Button>
          )}
        </div>
      )}
      <span id={`${id}-hint`} className="wh-field__hint">
        {t('logoHint')}
      </span>
      {problem && (
        <span className="wh-field__problem" role="alert">
          <Icon name="alert" size={15} /> {problem}
        </span>
      )}
    </div>
  );
}
