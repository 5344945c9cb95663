import type { MemberResponse, MemberSessionResponse } from '@wheelhouse/contracts';
import { ConfirmButton, Section, SkeletonRows } from '@wheelhouse/ui';
import { api, QueryState, useApi, useSave, useSession, useT } from '@wheelhouse/web-core';
import { Link } from 'react-router';
import { accountTexts } from '../account-texts.js';
import { SessionLine } from './session-line.js';

/** Where a member is signed in to this organisation, for its administrator, who ends all of it with one question. */
export function MemberSessions({ member }: { member: MemberResponse }) {
  const t = useT(accountTexts);
  const { memberId } = useSession();
  const { name } = member.person;
  const path = `/members/${member.id}/sessions`;
  const query = useApi<MemberSessionResponse[]>(path);
  const end = useSave(() => api.delete(path), { changes: [path], done: t('others.done', { name }) });
  return (
    <Section title={t('others.title')} lead={t('others.lead')}>
      <QueryState query={query} skeleton={<SkeletonRows rows={1} />}>
        {(sessions) => (
          <div className="wh-stack">
            {sessions.length === 0 ? (
              <p className="wh-muted">{t('others.none')}</p>
            ) : (
              <ul className="id-sessions">
                {sessions.map((session) => (
                  <li key={session.id} className="id-session">
                    <SessionLine session={session} />
                  </li>
                ))}
              </ul>
            )}
            {member.id === memberId && (
              <p className="wh-small">
                <Link to="/profile">{t('others.own')}</Link>
              </p>
            )}
            {member.id !== memberId && sessions.length > 0 && (
              <div>
                <ConfirmButton
                  question={t('others.question', { name })}
                  detail={t('others.detail')}
                  confirm={t('others.end')}
                  onConfirm={() => end.mutateAsync(undefined)}
                >
                  {t('others.end')}
                </ConfirmButton>
              </div>
            )}
          </div>
        )}
      </QueryState>
    </Section>
  );
}
