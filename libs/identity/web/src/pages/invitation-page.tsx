import type { InvitationView } from '@wheelhouse/contracts';
import { Button, ButtonLink, Notice, setAccent, SkeletonRows } from '@wheelhouse/ui';
import { Failed, useFormat, useSessionActions, useSessionQuery, useT } from '@wheelhouse/web-core';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { accountTexts } from '../account-texts.js';
import { AcceptInvitation } from '../parts/accept-invitation.js';
import { Door } from '../parts/door.js';
import { GrantList } from '../parts/grant-list.js';
import { useLook } from '../parts/use-look.js';
import { useTitle } from '../parts/use-title.js';

/** Who invites into what as what; a new person sets a password, one with an account gives the own. */
export function InvitationPage() {
  const t = useT(accountTexts);
  const { token = '' } = useParams();
  const session = useSessionQuery();
  const look = useLook<InvitationView>('/invitations/look', token);
  useEffect(() => {
    setAccent(look.data?.tenant.accent);
    return () => setAccent(undefined);
  }, [look.data]);
  if (look.problem && look.problem.status < 500 && look.problem.status !== 0) {
    return (
      <Door>
        <Dead title={t('invitation.failedTitle')} text={look.problem.message} />
      </Door>
    );
  }
  return (
    <Door>
      {look.data && !session.isPending ? (
        <Invitation token={token} view={look.data} signedIn={session.data?.person ?? null} />
      ) : look.error ? (
        <Failed error={look.error} onRetry={() => void look.refetch()} />
      ) : (
        <SkeletonRows />
      )}
    </Door>
  );
}

function Dead({ title, text }: { title: string; text: string }) {
  const t = useT(accountTexts);
  useTitle(title);
  return (
    <div className="wh-stack" role="alert">
      <h1>{title}</h1>
      <p className="wh-muted">{text}</p>
      <ButtonLink to="/sign-in" variant="primary" wide>
        {t('toSignIn')}
      </ButtonLink>
    </div>
  );
}

function Invitation({
  token,
  view,
  signedIn,
}: {
  token: string;
  view: InvitationView;
  signedIn: { email: string; name: string } | null;
}) {
  const t = useT(accountTexts);
  const f = useFormat();
  const { endHere } = useSessionActions();
  const tenant = f.text(view.tenant.name);
  const title = t('invitation.title', { tenant });
  useTitle(title);
  const isOther = signedIn !== null && signedIn.email !== view.email;
  return (
    <div className="wh-stack">
      <h1 className="id-long">{title}</h1>
      <p>
        {view.invitedBy ? t('invitation.lead', { by: view.invitedBy, tenant }) : t('invitation.leadHouse', { tenant })}
      </p>
      <section className="id-invitation" aria-label={t('invitation.as')}>
        <span className="wh-small wh-muted">{t('invitation.as')}</span>
        <GrantList grants={view.grants} />
        <span className="wh-small wh-muted">{t('invitation.until', { until: f.dateTime(view.expiresAt) })}</span>
      </section>
      {isOther ? (
        <>
          <Notice tone="watch">{t('invitation.other', { email: signedIn.email, wanted: view.email })}</Notice>
          <Button wide onClick={() => void endHere()}>
            {t('invitation.signOut')}
          </Button>
        </>
      ) : (
        <AcceptInvitation token={token} view={view} tenant={tenant} joinAs={signedIn?.name ?? null} />
      )}
    </div>
  );
}
