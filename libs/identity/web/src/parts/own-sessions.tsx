import '../identity.css';
import type { OwnSessionResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Section, SkeletonRows } from '@wheelhouse/ui';
import { api, QueryState, useApi, useSave, useT } from '@wheelhouse/web-core';
import { accountTexts } from '../account-texts.js';
import { SessionLine, useDevice } from './session-line.js';

const PATH = '/auth/sessions';

/** Where one is signed in: each with its device, to be ended one by one, all others, or all. */
export function OwnSessions() {
  const t = useT(accountTexts);
  const query = useApi<OwnSessionResponse[]>(PATH);
  const others = useSave(() => api.delete(`${PATH}?others=true`), {
    changes: [PATH],
    done: t('sessions.othersDone'),
  });
  const all = useSave(() => api.delete(PATH), { done: null, onDone: () => location.assign('/sign-in') });
  const count = (query.data?.length ?? 1) - 1;
  return (
    <Section title={t('sessions.title')} lead={t('sessions.lead')}>
      <QueryState query={query} skeleton={<SkeletonRows />}>
        {(sessions) => (
          <ul className="id-sessions">
            {sessions.map((session) => (
              <OwnSession key={session.id} session={session} />
            ))}
          </ul>
        )}
      </QueryState>
      <div className="wh-row" style={{ marginTop: 16 }}>
        {count > 0 && (
          <ConfirmButton
            variant="secondary"
            question={t('sessions.othersQuestion')}
            detail={t('sessions.othersDetail', { count })}
            confirm={t('sessions.others')}
            onConfirm={() => others.mutateAsync(undefined)}
          >
            {t('sessions.others')}
          </ConfirmButton>
        )}
        <ConfirmButton
          question={t('sessions.allQuestion')}
          detail={t('sessions.allDetail')}
          confirm={t('sessions.all')}
          onConfirm={() => all.mutateAsync(undefined)}
        >
          {t('sessions.all')}
        </ConfirmButton>
      </div>
    </Section>
  );
}

function OwnSession({ session }: { session: OwnSessionResponse }) {
  const t = useT(accountTexts);
  const { current } = session;
  const device = useDevice()(session);
  const end = useSave(() => api.delete(`${PATH}/${session.id}`), {
    changes: [PATH],
    done: t('sessions.ended', { device }),
  });
  return (
    <li className="id-session">
      <SessionLine session={session} current={current} />
      {!current && (
        <Button
          variant="quiet"
          busy={end.isPending}
          aria-label={t('sessions.endLabel', { device })}
          onClick={() => end.mutate(undefined)}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
