import type { OperatorResponse } from '@wheelhouse/contracts';
import { ConfirmButton, Section, SkeletonRows } from '@wheelhouse/ui';
import { api, QueryState, useApi, useFormat, useSave, useSession, useT } from '@wheelhouse/web-core';
import { accountTexts } from '../account-texts.js';
import { SessionLine } from './session-line.js';

const PATH = '/operators';

/** The operators of the installation with their sessions, for each other. */
export function Operators() {
  const t = useT(accountTexts);
  const query = useApi<OperatorResponse[]>(PATH);
  return (
    <Section title={t('operators.title')} lead={t('operators.lead')}>
      <QueryState query={query} skeleton={<SkeletonRows rows={2} />}>
        {(operators) => (
          <div className="wh-stack">
            {operators.map((operator) => (
              <Operator key={operator.id} operator={operator} />
            ))}
          </div>
        )}
      </QueryState>
    </Section>
  );
}

function Operator({ operator }: { operator: OperatorResponse }) {
  const t = useT(accountTexts);
  const f = useFormat();
  const { person } = useSession();
  const { id, name, email, sessions, signedOut } = operator;
  const self = id === person.id;
  const end = useSave(() => api.delete(`${PATH}/${id}/sessions`), {
    changes: [PATH],
    done: t(self ? 'sessions.othersDone' : 'others.done', { name }),
  });
  return (
    <section className="wh-stack" aria-label={name}>
      <div className="wh-row id-long" style={{ justifyContent: 'space-between' }}>
        <div className="id-long">
          <h3 style={{ fontSize: 'var(--wh-text-md)' }}>{name}</h3>
          <div className="wh-small wh-muted">{email}</div>
        </div>
        {sessions.some(({ current }) => !current) && (
          <ConfirmButton
            variant="secondary"
            question={self ? t('sessions.othersQuestion') : t('operators.question', { name })}
            detail={t(self ? 'operators.selfDetail' : 'operators.detail')}
            confirm={t(self ? 'sessions.others' : 'operators.end')}
            onConfirm={() => end.mutateAsync(undefined)}
          >
            {t(self ? 'sessions.others' : 'operators.end')}
          </ConfirmButton>
        )}
      </div>
      <ul className="id-sessions">
        {sessions.map((session) => (
          <li key={session.id} className="id-session">
            <SessionLine session={session} current={session.current} />
          </li>
        ))}
      </ul>
      {signedOut && (
        <p className="wh-small wh-muted">
          {t('operators.signedOut', { at: f.dateTime(signedOut.at), by: signedOut.by ?? '—' })}
        </p>
      )}
    </section>
  );
}
