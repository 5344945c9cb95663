import type { CreateMemberBody, MemberResponse } from '@wheelhouse/contracts';
import { FormField, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';
import { emptyGrant, GrantFields } from './grant-fields.js';

const SHOWN = ['email', 'name', 'password', 'grants[0]'];

/** The form that takes a person into the tenant with a first role. */
export function AddMember({ onClose }: { onClose: () => void }) {
  const t = useT(texts);
  const [form, setForm] = useState<CreateMemberBody>(() => ({
    email: '',
    name: '',
    password: '',
    grants: [emptyGrant()],
  }));
  const save = useSave(
    (body: CreateMemberBody) => api.post<MemberResponse>('/members', { ...body, password: body.password || undefined }),
    {
      changes: ['/members'],
      quiet: true,
      done: (made) => t('members.saved', { name: made.person.name }),
      onDone: onClose,
    },
  );
  const field = (name: string) => save.problem?.field(name);
  const grant = form.grants[0] ?? emptyGrant();
  return (
    <FormModal
      open
      title={t('members.add')}
      lead={t('members.addLead')}
      submit={t('members.save')}
      busy={save.isPending}
      onSubmit={() => save.mutate(form)}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={SHOWN} />}
    >
      <div className="wh-grid">
        <FormField label={t('fields.name')} problem={field('name')} required>
          {(bind) => (
            <TextInput {...bind} value={form.name} onChange={(e) => setForm({ ...form, name: e.target.value })} />
          )}
        </FormField>
        <FormField label={t('fields.email')} problem={field('email')} required>
          {(bind) => (
            <TextInput
              {...bind}
              type="email"
              autoComplete="off"
              value={form.email}
              onChange={(e) => setForm({ ...form, email: e.target.value })}
            />
          )}
        </FormField>
      </div>
      <FormField label={t('fields.passwordNew')} hint={t('fields.passwordNewHint')} problem={field('password')}>
        {(bind) => (
          <TextInput
            {...bind}
            type="password"
            autoComplete="new-password"
            value={form.password}
            onChange={(e) => setForm({ ...form, password: e.target.value })}
          />
        )}
      </FormField>
      <GrantFields
        value={grant}
        onChange={(next) => setForm({ ...form, grants: [next] })}
        problem={(name) => field(`grants[0].${name}`)}
      />
    </FormModal>
  );
}
