import type { MemberResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Icon, Notice, Page, PageHeader, Section, StatusTag } from '@wheelhouse/ui';
import { api, QueryState, useApi, useSave, useSession, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { accessTexts } from '../access-texts.js';
import { AddGrant } from '../parts/add-grant.js';
import { GrantList } from '../parts/grant-list.js';
import { MemberSessions } from '../parts/member-sessions.js';
import { peopleTexts } from '../people-texts.js';
import { texts } from '../texts.js';

/** One member: roles to add and take away, access to end or to give back. */
export function MemberPage() {
  const { id } = useParams();
  const query = useApi<MemberResponse>(`/members/${id}`);
  return <QueryState query={query}>{(member) => <Member member={member} />}</QueryState>;
}

function Member({ member }: { member: MemberResponse }) {
  const t = useT(texts);
  const people = useT(peopleTexts);
  const access = useT(accessTexts);
  const { memberId } = useSession();
  const [adding, setAdding] = useState(false);
  const { name, email } = member.person;
  const { manage } = member.can;
  const remove = useSave((grantId: string) => api.delete(`/members/${member.id}/grants/${grantId}`), {
    changes: ['/members'],
    done: t('members.removed'),
  });
  const setStatus = useSave((status: MemberResponse['status']) => api.patch(`/members/${member.id}`, { status }), {
    changes: ['/members'],
    done: (_, status) => people(status === 'active' ? 'activated' : 'deactivated', { name }),
  });
  const resetFactor = useSave(() => api.delete(`/members/${member.id}/second-factor`), {
    changes: ['/sign-in-rules'],
    done: access('rules.resetDone', { name }),
  });
  return (
    <Page narrow>
      <PageHeader
        title={name}
        lead={email}
        back={{ to: '/members', label: t('members.title') }}
        tag={
          <StatusTag tone={member.status === 'active' ? 'good' : 'neutral'}>{t(`members.${member.status}`)}</StatusTag>
        }
      />
      {member.id === memberId && <Notice>{people('selfRole')}</Notice>}
      <Section
        title={t('members.grants')}
        actions={
          manage && (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t('members.addGrant')}
            </Button>
          )
        }
      >
        {member.grants.length === 0 ? (
          <p className="wh-muted">{people('none')}</p>
        ) : (
          <GrantList
            grants={member.grants}
            action={(grant) => {
              const role = t(`roles.${grant.role}`);
              return (
                manage && (
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
        )}
      </Section>
      {manage && (
        <Section title={people('leave')} lead={people('leaveText')}>
          <div className="wh-row">
            {member.status === 'active' ? (
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
            )}
            <ConfirmButton
              variant="secondary"
              question={access('rules.resetQuestion', { name })}
              detail={access('rules.resetDetail')}
              confirm={access('rules.reset')}
              onConfirm={() => resetFactor.mutateAsync(undefined)}
            >
              {access('rules.reset')}
            </ConfirmButton>
          </div>
        </Section>
      )}
      {manage && <MemberSessions member={member} />}
      {adding && <AddGrant member={member} onClose={() => setAdding(false)} />}
    </Page>
  );
}
