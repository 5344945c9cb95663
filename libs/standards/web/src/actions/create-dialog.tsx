import {
  STANDARD_KINDS,
  type CreateStandardBody,
  type StandardKind,
  type StandardVersionResponse,
} from '@wheelhouse/contracts';
import { Button, Dialog, FormField, LocalizedField, NativeSelect, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { texts } from '../texts.js';

/** Creates a standard with an empty first draft. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useT(texts);
  const id = useId();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<StandardKind>('store');
  const [name, setName] = useState({ en: '', zh: '' });
  const [tried, attempt] = useState(false);
  const create = useSave((body: CreateStandardBody) => api.post<StandardVersionResponse>('/standards', body), {
    changes: ['/standards'],
    done: t('created'),
    quiet: true,
    onDone: (made) => void navigate(`/standards/versions/${made.id}`),
  });
  const needed = (value: string, field: string) =>
    create.problem?.field(field) ?? (tried && value.trim() === '' ? t('needed') : undefined);
  return (
    <Dialog
      open
      title={t('createTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} variant="primary" busy={create.isPending}>
            {t('createSubmit')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="wh-stack"
        onSubmit={(event) => {
          event.preventDefault();
          attempt(true);
          if ([code, name.en, name.zh].some((value) => value.trim() === '')) return;
          create.mutate({ code: code.trim(), kind, name });
        }}
      >
        <FormField label={t('code')} hint={t('codeHint')} required problem={needed(code, 'code')}>
          {(bind) => (
            <TextInput
              {...bind}
              maxLength={40}
              autoCapitalize="characters"
              value={code}
              onChange={(event) => setCode(event.target.value.replace(/[^A-Za-z0-9_.-]/g, ''))}
            />
          )}
        </FormField>
        <FormField label={t('kindLabel')} required>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={kind}
              onChange={(event) => setKind(event.target.value as StandardKind)}
              options={STANDARD_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          )}
        </FormField>
        <LocalizedField
          label={t('name')}
          required
          value={name}
          onChange={setName}
          problem={(language) => needed(name[language], `name.${language}`)}
        />
        <FormProblem problem={create.problem} shown={['code', 'kind', 'name']} />
      </form>
    </Dialog>
  );
}
