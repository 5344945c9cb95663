import '../identity.css';
import type { CreateInvitationBody, GrantBody, InvitationWithLink } from '@wheelhouse/contracts';
import { Button, FormField, NativeSelect, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useLocale, useSave, useT } from '@wheelhouse/web-core';
import { useRef, useState } from 'react';
import { peopleTexts } from '../people-texts.js';
import { texts } from '../texts.js';
import { emptyGrant, GrantFields, lacksPlace } from './grant-fields.js';

/** Invites a person by mail: who, in which language, as what and where. */
export function InviteMember({
  onClose,
  onInvited,
}: {
  onClose: () => void;
  onInvited: (invitation: InvitationWithLink) => void;
}) {
  const t = useT(peopleTexts);
  const words = useT(texts);
  const locale = useLocale();
  const keys = useRef(1);
  const [person, setPerson] = useState({ name: '', email: '', locale });
  const [grants, setGrants] = useState<{ key: number; grant: GrantBody }[]>([{ key: 0, grant: emptyGrant() }]);
  const [tried, setTried] = useState(false);
  const save = useSave((body: CreateInvitationBody) => api.post<InvitationWithLink>('/invitations', body), {
    changes: ['/invitations', '/mails'],
    quiet: true,
    done: null,
    onDone: onInvited,
  });
  const missing = (text: string) => (tried && !text.trim() ? t('missing') : undefined);
  const complete = person.name.trim() && person.email.trim() && !grants.some(({ grant }) => lacksPlace(grant));
  return (
    <FormModal
      open
      title={t('invite')}
      lead={t('inviteLead')}
      submit={t('inviteGo')}
      busy={save.isPending}
      onSubmit={() => {
        setTried(true);
        if (!complete) return;
        save.mutate({ ...person, email: person.email.trim(), grants: grants.map(({ grant }) => grant) });
      }}
      onClose={onClose}
      problem={
        <FormProblem
          problem={save.problem}
          shown={['email', 'name', ...grants.flatMap((_, i) => [`grants[${i}].scopeId`, `grants[${i}].role`])]}
        />
      }
    >
      <div className="wh-grid">
        <FormField label={words('fields.name')} problem={save.problem?.field('name') ?? missing(person.name)} required>
          {(bind) => (
            <TextInput
              {...bind}
              maxLength={100}
              autoComplete="off"
              value={person.name}
              onChange={(e) => setPerson({ ...person, name: e.target.value })}
            />
          )}
        </FormField>
        <FormField label={t('email')} problem={save.problem?.field('email') ?? missing(person.email)} required>
          {(bind) => (
            <TextInput
              {...bind}
              type="email"
              inputMode="email"
              autoComplete="off"
              maxLength={200}
              value={person.email}
              onChange={(e) => setPerson({ ...person, email: e.target.value })}
            />
          )}
        </FormField>
      </div>
      <FormField label={t('language')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={person.locale}
            onChange={(e) => setPerson({ ...person, locale: e.target.value as typeof locale })}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        )}
      </FormField>
      {grants.map(({ key, grant }, i) => (
        <fieldset key={key} className="id-grantform">
          <legend className="wh-small">{t('grantNumber', { n: i + 1 })}</legend>
          <GrantFields
            value={grant}
            onChange={(next) => setGrants(grants.map((each) => (each.key === key ? { key, grant: next } : each)))}
            problem={(name) =>
              save.problem?.field(`grants[${i}].${name}`) ??
              (tried && name === 'scopeId' && lacksPlace(grant) ? t('missingPlace') : undefined)
            }
          />
          {grants.length > 1 && (
            <div>
              <Button variant="quiet" icon="trash" onClick={() => setGrants(grants.filter((each) => each.key !== key))}>
                {t('dropGrant')}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {grants.length < 10 && (
        <div>
          <Button icon="plus" onClick={() => setGrants([...grants, { key: keys.current++, grant: emptyGrant() }])}>
            {t('addGrant')}
          </Button>
        </div>
      )}
    </FormModal>
  );
}
