import '../identity.css';
import {
  type AccessTokenWithSecret,
  type CreateTokenBody,
  type Permission,
  READ_PERMISSIONS,
  TOKEN_DAYS_DEFAULT,
} from '@wheelhouse/contracts';
import { Button, Checkbox, Dialog, FormField, NativeSelect, Segments, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useId, useRef, useState } from 'react';
import { tokensTexts } from '../tokens-texts.js';
import { copyFrom } from './copied-text.js';

type Preset = 'read' | 'all' | 'choose';

/** Makes a token within `held`, and shows it, once. */
export function TokenForm({
  path,
  title,
  held,
  owner,
  changes,
  onClose,
}: {
  path: string;
  title: string;
  held: Permission[];
  owner: string;
  changes: string[];
  onClose: () => void;
}) {
  const t = useT(tokensTexts);
  const form = useId();
  const [name, setName] = useState('');
  const [days, setDays] = useState(String(TOKEN_DAYS_DEFAULT));
  const [preset, setPreset] = useState<Preset>('read');
  const [chosen, setChosen] = useState<Permission[]>([]);
  const reads = held.filter((permission) => READ_PERMISSIONS.includes(permission));
  const permissions = preset === 'read' ? reads : preset === 'all' ? held : chosen;
  const save = useSave((body: CreateTokenBody) => api.post<AccessTokenWithSecret>(path, body), {
    quiet: true,
    changes,
    done: null,
  });
  if (save.data) return <Shown token={save.data.token} owner={owner} onClose={onClose} />;
  return (
    <Dialog
      open
      firm
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={save.isPending}>
            {t('make')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="wh-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ name: name.trim(), permissions, expiresInDays: Number(days) });
        }}
      >
        <FormProblem problem={save.problem} shown={['name', 'permissions']} />
        <FormField label={t('name')} hint={t('nameHint')} problem={save.problem?.field('name')} required>
          {(bind) => (
            <TextInput {...bind} autoFocus maxLength={100} value={name} onChange={(e) => setName(e.target.value)} />
          )}
        </FormField>
        <FormField label={t('expires')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={days}
              onChange={(e) => setDays(e.target.value)}
              options={[30, 90, 180, 365].map((count) => ({ value: String(count), label: t('days', { count }) }))}
            />
          )}
        </FormField>
        <div className="wh-field">
          <span className="wh-field__label">{t('scopes')}</span>
          <Segments
            label={t('scopes')}
            value={preset}
            onChange={setPreset}
            options={(['read', 'all', 'choose'] satisfies Preset[]).map((value) => ({
              value,
              label: t(`presets.${value}`),
            }))}
          />
          {save.problem?.field('permissions') && (
            <span className="wh-field__problem" role="alert">
              {save.problem.field('permissions')}
            </span>
          )}
        </div>
        {preset === 'choose' && (
          <div className="id-scopes">
            {held.map((permission) => (
              <Checkbox
                key={permission}
                label={t(`permissions.${permission}`)}
                checked={chosen.includes(permission)}
                onChange={(e) =>
                  setChosen(e.target.checked ? [...chosen, permission] : chosen.filter((each) => each !== permission))
                }
              />
            ))}
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** The token, the one time that it is shown. */
function Shown({ token, owner, onClose }: { token: string; owner: string; onClose: () => void }) {
  const t = useT(tokensTexts);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      firm
      title={t('shownTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('done')}</Button>
          <Button variant="primary" icon="copy" onClick={() => void copyFrom(input.current, token, t('copied'))}>
            {t('copy')}
          </Button>
        </>
      }
    >
      <p className="id-long">{t('shown', { owner })}</p>
      <FormField label={t('token')}>
        {(bind) => (
          <TextInput
            {...bind}
            ref={input}
            readOnly
            className="id-link"
            value={token}
            onFocus={(e) => e.target.select()}
          />
        )}
      </FormField>
    </Dialog>
  );
}
