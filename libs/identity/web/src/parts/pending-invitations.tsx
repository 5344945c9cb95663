import '../identity.css';
import type { InvitationResponse, InvitationWithLink } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Section, StatusTag } from '@wheelhouse/ui';
import { api, useApiPages, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { Link } from 'react-router';
import { peopleTexts } from '../people-texts.js';
import { texts } from '../texts.js';

const CHANGES = ['/invitations', '/mails'];

/** Who is invited and has not come yet; nothing when there is nobody. */
export function PendingInvitations({ onSent }: { onSent: (invitation: InvitationWithLink) => void }) {
  const t = useT(peopleTexts);
  const words = useT(texts);
  const list = useApiPages<InvitationResponse>('/invitations', { limit: 20 });
  if (!list.rows?.length) return null;
  return (
    <Section title={t('pending')} lead={t('pendingLead')} flush>
      <ul className="id-pending">
        {list.rows.map((row) => (
          <Pending key={row.id} invitation={row} onSent={onSent} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div style={{ padding: '12px 16px' }}>
          <Button busy={list.isFetchingNextPage} onClick={list.more}>
            {words('members.more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Pending({
  invitation,
  onSent,
}: {
  invitation: InvitationResponse;
  onSent: (invitation: InvitationWithLink) => void;
}) {
  const t = useT(peopleTexts);
  const words = useT(texts);
  const f = useFormat();
  const { id, name, email, status, grants } = invitation;
  const resend = useSave(() => api.post<InvitationWithLink>(`/invitations/${id}/resend`), {
    changes: CHANGES,
    done: null,
    onDone: onSent,
  });
  const revoke = useSave(() => api.post(`/invitations/${id}/revoke`), {
    changes: CHANGES,
    done: t('revoked', { name }),
  });
  const mail = t(`mail.${invitation.mail}`);
  return (
    <li>
      <div className="id-pending__text">
        <div className="wh-row" style={{ gap: 8 }}>
          <b>{name}</b>
          {status === 'expired' ? (
            <StatusTag tone="watch">{t('expired')}</StatusTag>
          ) : invitation.mail === 'failed' ? (
            <StatusTag tone="bad">{mail}</StatusTag>
          ) : null}
        </div>
        <div className="wh-small wh-muted">
          {email} ·{' '}
          {grants
            .map((grant) =>
              grant.scopeName
                ? t('grantIn', { role: words(`roles.${grant.role}`), place: f.text(grant.scopeName) })
                : words(`roles.${grant.role}`),
            )
            .join(' · ')}
        </div>
        <div className="wh-small wh-muted">
          {invitation.mailId ? <Link to={`/outbox/${invitation.mailId}`}>{mail}</Link> : mail}
          {' · '}
          {t('sentOn', { at: f.dateTime(invitation.sentAt) })}
          {' · '}
          {status === 'expired'
            ? t('expiredOn', { at: f.dateTime(invitation.expiresAt) })
            : t('until', { until: f.dateTime(invitation.expiresAt) })}
        </div>
      </div>
      <div className="wh-row" style={{ gap: 8 }}>
        <Button
          icon="refresh"
          busy={resend.isPending}
          aria-label={t('resendLabel', { name })}
          onClick={() => resend.mutate(undefined)}
        >
          {t('resend')}
        </Button>
        <ConfirmButton
          variant="quiet"
          aria-label={t('revokeLabel', { name })}
          question={t('revokeQuestion', { name })}
          detail={t('revokeDetail', { email })}
          confirm={t('revoke')}
          onConfirm={() => revoke.mutateAsync(undefined)}
        >
          {t('revoke')}
        </ConfirmButton>
      </div>
    </li>
  );
}
