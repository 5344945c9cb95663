import type { PeerGroupBody, PeerGroupResponse } from '@wheelhouse/contracts';
import {
  Button,
  ConfirmButton,
  EmptyState,
  FormField,
  List,
  ListRow,
  LocalizedField,
  Page,
  PageHeader,
  Section,
  SkeletonRows,
  TextInput,
} from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, QueryState, useApi, useFormat, useSave, useSession, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';

/** Groups of outlets that are compared with one another. */
export function PeerGroupsPage() {
  const t = useT(texts);
  const f = useFormat();
  const manage = useSession().can('org.manage');
  const query = useApi<PeerGroupResponse[]>('/peer-groups');
  const [edited, setEdited] = useState<PeerGroupResponse | 'new' | null>(null);
  const remove = useSave((id: string) => api.delete(`/peer-groups/${id}`), {
    changes: ['/peer-groups'],
    done: t('peers.removed'),
  });
  return (
    <Page narrow>
      <PageHeader
        title={t('peers.title')}
        lead={t('peers.lead')}
        back={{ to: '/network', label: t('network.title') }}
        actions={
          manage && (
            <Button variant="primary" icon="plus" onClick={() => setEdited('new')}>
              {t('peers.add')}
            </Button>
          )
        }
      />
      <Section flush>
        <QueryState query={query} skeleton={<SkeletonRows rows={5} />}>
          {(groups) =>
            groups.length === 0 ? (
              <EmptyState icon="people" title={t('peers.empty')} text={t('peers.emptyText')} />
            ) : (
              <List label={t('peers.title')}>
                {groups.map((group) => {
                  const name = f.text(group.name);
                  return (
                    <ListRow
                      key={group.id}
                      title={name}
                      sub={`${group.code} · ${t('peers.outlets', { count: group.outlets })}`}
                      end={
                        manage && (
                          <span className="wh-row" style={{ gap: 0 }}>
                            <Button
                              variant="quiet"
                              icon="edit"
                              aria-label={t('peers.edit', { name })}
                              onClick={() => setEdited(group)}
                            />
                            {group.outlets === 0 && (
                              <ConfirmButton
                                variant="quiet"
                                icon="trash"
                                aria-label={t('peers.remove', { name })}
                                question={t('peers.removeQuestion', { name })}
                                detail={t('peers.removeDetail')}
                                confirm={t('peers.removeConfirm')}
                                onConfirm={() => remove.mutateAsync(group.id)}
                              />
                            )}
                          </span>
                        )
                      }
                    />
                  );
                })}
              </List>
            )
          }
        </QueryState>
      </Section>
      {edited && <PeerGroupForm group={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

function PeerGroupForm({ group, onClose }: { group?: PeerGroupResponse; onClose: () => void }) {
  const t = useT(texts);
  const f = useFormat();
  const [form, setForm] = useState<PeerGroupBody>(() => ({
    code: group?.code ?? '',
    name: group?.name ?? { en: '', zh: '' },
  }));
  const save = useSave(
    (body: PeerGroupBody) => (group ? api.patch(`/peer-groups/${group.id}`, body) : api.post('/peer-groups', body)),
    {
      changes: ['/peer-groups', '/outlets'],
      quiet: true,
      onDone: onClose,
    },
  );
  return (
    <FormModal
      open
      title={group ? t('peers.edit', { name: f.text(group.name) }) : t('peers.add')}
      submit={t(group ? 'form.save' : 'form.create')}
      busy={save.isPending}
      onSubmit={() => save.mutate(form)}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={['code', 'name']} />}
    >
      <LocalizedField
        label={t('form.name')}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        problem={(l) => save.problem?.field(`name.${l}`) ?? save.problem?.field('name')}
        required
      />
      <FormField label={t('form.code')} problem={save.problem?.field('code')} required>
        {(bind) => (
          <TextInput {...bind} value={form.code} onChange={(e) => setForm({ ...form, code: e.target.value })} />
        )}
      </FormField>
    </FormModal>
  );
}
