import type { GrantBody, MemberResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Icon, Section, StatusTag } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { Drawer } from 'antd';
import { useState } from 'react';
import { texts } from '../texts.js';
import { emptyGrant, GrantFields } from './grant-fields.js';
import { GrantList } from './grant-list.js';

/** One member at the side: roles to add and take away, active or not. */
export function ManageMember({ member, onClose }: { member: MemberResponse; onClose: () => void }) {
  const t = useT(texts);
  const [adding, setAdding] = useState(false);
  const { name } = member.person;
  const remove = useSave((grantId: string) => api.delete(`/members/${member.id}/grants/${grantId}`), {
    changes: ['/members'],
    done: t('members.removed'),
  });
  const setStatus = useSave((status: MemberResponse['status']) => api.patch(`/members/${member.id}`, { status }), {
    changes: ['/members'],
  });
  return (
    <Drawer open title={name} size="min(480px, 100vw)" onClose={onClose}>
      <div className="wh-stack">
        <div className="wh-row wh-between">
          <span>{member.person.email}</span>
          <StatusTag tone={member.status === 'active' ? 'good' : 'neutral'}>{t(`members.${member.status}`)}</StatusTag>
        </div>
        <Section
          title={t('members.grants')}
          actions={
            member.can.manage && (
              <Button icon="plus" onClick={() => setAdding(true)}>
                {t('members.addGrant')}
              </Button>
            )
          }
        >
          <GrantList
            grants={member.grants}
            action={(grant) => {
              const role = t(`roles.${grant.role}`);
              return (
                member.can.manage && (
                  <ConfirmButton
                    variant="quiet"
                    aria-label={t('members.removeGrant', { role })}
                    question={t('members.removeQuestion', { role, name })}
                    detail={t('members.removeDetail')}
                    confirm={t('members.removeConfirm')}
                    onConfirm={() => remove.mutateAsync(grant.id)}
                  >
                    <Icon name="trash" size={18} />
                  </ConfirmButton>
                )
              );
            }}
          />
        </Section>
        <div>
          {member.can.manage &&
            (member.status === 'active' ? (
              <ConfirmButton
                question={t('members.deactivateQuestion', { name })}
                detail={t('members.deactivateDetail')}
                confirm={t('members.deactivate')}
                onConfirm={() => setStatus.mutateAsync('inactive')}
              >
                {t('members.deactivate')}
              </ConfirmButton>
            ) : (
              <Button busy={setStatus.isPending} onClick={() => setStatus.mutate('active')}>
                {t('members.activate')}
              </Button>
            ))}
        </div>
      </div>
      {adding && <AddGrant member={member} onClose={() => setAdding(false)} />}
    </Drawer>
  );
}

function AddGrant({ member, onClose }: { member: MemberResponse; onClose: () => void }) {
  const t = useT(texts);
  const [grant, setGrant] = useState<GrantBody>(emptyGrant);
  const save = useSave((body: GrantBody) => api.post(`/members/${member.id}/grants`, body), {
    changes: ['/members'],
    quiet: true,
    done: t('members.grantDone'),
    onDone: onClose,
  });
  return (
    <FormModal
      open
      title={t('members.grantTitle', { name: member.person.name })}
      submit={t('members.save')}
      busy={save.isPending}
      onSubmit={() => save.mutate(grant)}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={['role', 'scopeId']} />}
    >
      <GrantFields value={grant} onChange={setGrant} problem={(name) => save.problem?.field(name)} />
    </FormModal>
  );
}
