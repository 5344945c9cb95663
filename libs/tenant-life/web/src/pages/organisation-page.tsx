import type { PlanResponse, TenantExportResponse } from '@wheelhouse/contracts';
import {
  Button,
  ConfirmButton,
  EmptyState,
  List,
  ListRow,
  Page,
  PageHeader,
  Section,
  SkeletonFigures,
  SkeletonRows,
  StatusTag,
} from '@wheelhouse/ui';
import { api, QueryState, useApi, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useEffect } from 'react';
import { PlanUsage } from '../parts/plan-usage.js';
import { texts } from '../texts.js';

const MB = 1_000_000;
const isBusy = ({ state }: TenantExportResponse) => state === 'waiting' || state === 'running';

/** What the plan covers, and an archive of everything to take away. */
export function OrganisationPage() {
  const t = useT(texts);
  const plan = useApi<PlanResponse>('/plan');
  const archives = useApi<TenantExportResponse[]>('/tenant-exports');
  const busy = archives.data?.some(isBusy) ?? false;
  const { refetch } = archives;
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void refetch(), 1_500);
    return () => clearInterval(timer);
  }, [busy, refetch]);
  const request = useSave(() => api.post<TenantExportResponse>('/tenant-exports', {}), {
    changes: ['/tenant-exports'],
    done: () => t('organisation.requested'),
  });
  const button = (
    <Button
      variant="primary"
      icon="download"
      busy={busy || request.isPending}
      onClick={() => request.mutate(undefined)}
    >
      {t('organisation.request')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('organisation.title')} lead={t('organisation.lead')} />
      <QueryState query={plan} skeleton={<SkeletonFigures count={3} />}>
        {(data) => (
          <Section title={t('planIs', { plan: t(`plans.${data.plan}`) })}>
            <PlanUsage {...data} />
          </Section>
        )}
      </QueryState>
      <Section
        flush
        title={t('organisation.archives')}
        lead={t('organisation.archivesLead')}
        actions={archives.data && archives.data.length > 0 && button}
      >
        <QueryState query={archives} skeleton={<SkeletonRows rows={2} />}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState
                icon="download"
                title={t('organisation.none')}
                text={t('organisation.noneText')}
                action={button}
              />
            ) : (
              <List label={t('organisation.archives')}>
                {list.map((archive) => (
                  <Archive key={archive.id} archive={archive} />
                ))}
              </List>
            )
          }
        </QueryState>
      </Section>
    </Page>
  );
}

function Archive({ archive }: { archive: TenantExportResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const { id, state, progress, bytes, expiresAt, requestedBy, createdAt } = archive;
  const day = f.dateTime(createdAt);
  const remove = useSave(() => api.delete(`/tenant-exports/${id}`), { changes: ['/tenant-exports'] });
  const words = {
    waiting: t('organisation.waiting'),
    running: t('organisation.running', { share: f.percent(progress * 100) }),
    done: t('organisation.done', { day: expiresAt ? f.date(expiresAt) : '' }),
    failed: t('organisation.failed'),
  };
  const tone = { waiting: 'neutral', running: 'neutral', done: 'good', failed: 'bad' } as const;
  return (
    <ListRow
      title={day}
      sub={[
        requestedBy && t('organisation.madeBy', { name: requestedBy }),
        bytes !== null && t('organisation.size', { mb: f.number(Math.max(0.1, Math.round((bytes / MB) * 10) / 10)) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      below={<StatusTag tone={tone[state]}>{words[state]}</StatusTag>}
      end={
        isBusy(archive) ? undefined : (
          <span className="wh-row">
            {state === 'done' && (
              <a className="wh-button wh-button--secondary" href={`/api/v1/tenant-exports/${id}/file`} download>
                {t('organisation.fetch')}
              </a>
            )}
            <ConfirmButton
              variant="quiet"
              icon="trash"
              aria-label={t('organisation.removeQuestion', { day })}
              question={t('organisation.removeQuestion', { day })}
              detail={t('organisation.removeDetail')}
              confirm={t('organisation.remove')}
              onConfirm={() => remove.mutateAsync(undefined)}
            />
          </span>
        )
      }
    />
  );
}
