import '../identity.css';
import type { OutboxMail } from '@wheelhouse/contracts';
import { Facts, Notice, Page, PageHeader, Section } from '@wheelhouse/ui';
import { QueryState, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { useParams } from 'react-router';
import { MailStatus } from '../parts/mail-status.js';
import { recordsTexts } from '../records-texts.js';

/** One mail as its reader sees it, in a frame that can run nothing and reach nothing. */
export function MailPage() {
  const t = useT(recordsTexts);
  const f = useFormat();
  const { id } = useParams();
  const query = useApi<OutboxMail>(`/mails/${id}`);
  return (
    <QueryState query={query}>
      {(mail) => (
        <Page>
          <PageHeader
            title={mail.subject}
            back={{ to: '/outbox', label: t('outbox.title') }}
            tag={<MailStatus status={mail.status} />}
          />
          {mail.error && <Notice tone="bad">{t('outbox.error', { error: mail.error })}</Notice>}
          <Section>
            <Facts
              facts={[
                { label: t('outbox.to'), value: mail.to },
                { label: t('outbox.at'), value: f.dateTime(mail.createdAt) },
                { label: t('outbox.sentAt'), value: f.dateTime(mail.sentAt) },
              ]}
            />
          </Section>
          <Section title={t('outbox.body')}>
            <iframe
              className="id-mail"
              title={mail.subject}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={`<base target="_blank">${mail.html}`}
            />
          </Section>
          <Section>
            <details>
              <summary>{t('outbox.plain')}</summary>
              <pre className="id-json" style={{ marginTop: 12 }}>
                {mail.text}
              </pre>
            </details>
          </Section>
        </Page>
      )}
    </QueryState>
  );
}
