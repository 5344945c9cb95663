import type { ChangePasswordBody } from '@wheelhouse/contracts';
import {
  Button,
  FormField,
  Notice,
  Page,
  PageHeader,
  Section,
  Segments,
  setTheme,
  TextInput,
  useTheme,
  type ThemeChoice,
} from '@wheelhouse/ui';
import { api, FormProblem, useLocale, useSave, useSession, useSessionActions, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { GrantList } from '../parts/grant-list.js';
import { NewPasswordField } from '../parts/new-password-field.js';
import { OwnSessions } from '../parts/own-sessions.js';
import { OwnTokens } from '../parts/own-tokens.js';
import { SecondFactor } from '../parts/second-factor.js';
import { ssoTexts } from '../sso-texts.js';
import { texts } from '../texts.js';

/** My name, language, appearance, rights, and all by which I or my programs get in. */
export function ProfilePage() {
  const t = useT(texts);
  const sso = useT(ssoTexts);
  const session = useSession();
  const locale = useLocale();
  const { choice } = useTheme();
  const { changeLocale, refresh } = useSessionActions();
  const [name, setName] = useState(session.person.name);
  const save = useSave((next: string) => api.patch('/auth/me', { name: next }), {
    quiet: true,
    onDone: () => void refresh(),
  });
  return (
    <Page narrow>
      <PageHeader title={t('profile.title')} lead={session.person.email} />
      <Section title={t('profile.person')}>
        <form
          className="wh-stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(name);
          }}
        >
          <FormField label={t('fields.name')} problem={save.problem?.field('name')}>
            {(bind) => (
              <TextInput {...bind} autoComplete="name" value={name} onChange={(e) => setName(e.target.value)} />
            )}
          </FormField>
          <FormProblem problem={save.problem} shown={['name']} />
          <div>
            <Button type="submit" busy={save.isPending} disabled={name === session.person.name}>
              {t('profile.save')}
            </Button>
          </div>
        </form>
        <div className="wh-row" style={{ marginTop: 20, gap: 24 }}>
          <div className="wh-field">
            <span className="wh-field__label">{t('profile.language')}</span>
            <Segments
              label={t('profile.language')}
              value={locale}
              onChange={(next) => void changeLocale(next)}
              options={[
                { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
                { value: 'en', label: 'English', lang: 'en' },
              ]}
            />
          </div>
          <div className="wh-field">
            <span className="wh-field__label">{t('profile.theme')}</span>
            <Segments
              label={t('profile.theme')}
              value={choice}
              onChange={setTheme}
              options={(['light', 'dark', 'system'] satisfies ThemeChoice[]).map((value) => ({
                value,
                label: t(`profile.themes.${value}`),
              }))}
            />
          </div>
        </div>
      </Section>
      {session.grants.length > 0 && (
        <Section title={t('profile.rights')}>
          <GrantList grants={session.grants} />
        </Section>
      )}
      {session.tenantBound ? (
        <Notice>{sso('bound')}</Notice>
      ) : (
        <>
          <PasswordForm />
          <SecondFactor />
          <OwnSessions />
        </>
      )}
      {session.tenant && <OwnTokens />}
    </Page>
  );
}

const NO_PASSWORD: ChangePasswordBody = { currentPassword: '', newPassword: '' };

function PasswordForm() {
  const t = useT(texts);
  const [form, setForm] = useState(NO_PASSWORD);
  const save = useSave((body: ChangePasswordBody) => api.post('/auth/password', body), {
    quiet: true,
    changes: ['/auth/sessions'],
    done: t('profile.changed'),
    onDone: () => setForm(NO_PASSWORD),
  });
  return (
    <Section title={t('profile.password')} lead={t('profile.passwordLead')}>
      <form
        className="wh-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(form);
        }}
      >
        <FormField label={t('profile.current')} problem={save.problem?.field('currentPassword')}>
          {(bind) => (
            <TextInput
              {...bind}
              type="password"
              autoComplete="current-password"
              value={form.currentPassword}
              onChange={(e) => setForm({ ...form, currentPassword: e.target.value })}
            />
          )}
        </FormField>
        <NewPasswordField
          label={t('profile.next')}
          value={form.newPassword}
          onChange={(newPassword) => setForm({ ...form, newPassword })}
          problem={save.problem?.field('newPassword')}
        />
        <FormProblem problem={save.problem} shown={['currentPassword', 'newPassword']} />
        <div>
          <Button type="submit" busy={save.isPending}>
            {t('profile.change')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
