import type { ImportStatus, OutletImportResponse } from '@wheelhouse/contracts';
import { ButtonLink, Notice, Page, PageHeader, useOnline } from '@wheelhouse/ui';
import { invalidate, QueryState, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { ApplyBar } from './apply-bar.js';
import { ImportProgress } from './import-progress.js';
import { ImportRows } from './import-rows.js';
import { ImportStatusTag } from './import-status.js';
import { ImportSummary } from './import-summary.js';
import './import.css';
import { importTexts } from './texts.js';

const LOOK_EVERY_MS = 700;
const isRunning = (status: ImportStatus | undefined) => status === 'checking' || status === 'applying';

/** One import from its dry run to its end. Its state is the server's: one may leave and come back at any time. */
export function ImportRunPage() {
  const { id = '' } = useParams();
  const t = useT(importTexts);
  const f = useFormat();
  const online = useOnline();
  const client = useQueryClient();
  const [live, setLive] = useState(true);
  const query = useApi<OutletImportResponse>(`/outlet-imports/${id}`, undefined, {
    refetchInterval: live ? LOOK_EVERY_MS : false,
  });
  const status = query.data?.status;
  useEffect(() => {
    setLive(status === undefined || isRunning(status));
    if (status === 'applied') void invalidate(client, ['/outlets', '/org-units', '/peer-groups']);
  }, [status, client]);
  return (
    <QueryState query={query}>
      {(one) => (
        <Page narrow>
          <PageHeader
            title={one.fileName}
            back={{ to: '/network/import', label: t('back') }}
            lead={t('by', { name: one.createdBy, at: f.dateTime(one.createdAt) })}
            tag={<ImportStatusTag status={one.status} />}
          />
          {!online && isRunning(one.status) && <Notice tone="watch">{t('keepGoing')}</Notice>}
          {isRunning(one.status) && <ImportProgress one={one} />}
          {one.status === 'failed' && <Failure one={one} />}
          {one.status === 'cancelled' && (
            <Notice>
              {t('cancelled')} {t('cancelledText')}
            </Notice>
          )}
          {one.counts && !isRunning(one.status) && (
            <>
              <ImportSummary one={one} counts={one.counts} />
              <ImportRows one={one} counts={one.counts} />
            </>
          )}
          {(one.status === 'failed' || one.status === 'cancelled') && (
            <div className="wh-row">
              <ButtonLink to="/network/import" variant="primary" icon="upload">
                {t('again')}
              </ButtonLink>
            </div>
          )}
          {one.status === 'checked' && one.counts && <ApplyBar one={one} counts={one.counts} />}
        </Page>
      )}
    </QueryState>
  );
}

function Failure({ one }: { one: OutletImportResponse }) {
  const t = useT(importTexts);
  return (
    <Notice tone="bad">
      <p>
        <strong>{t('failed')}</strong> {one.error?.message}
      </p>
      {one.error && one.error.errors.length > 0 && (
        <ul>
          {one.error.errors.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
