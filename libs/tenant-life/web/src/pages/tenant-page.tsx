import type { OperatorEntry, PlanLimits, TenantDetailResponse } from '@wheelhouse/contracts';
import {
  ConfirmButton,
  EmptyState,
  Facts,
  List,
  ListRow,
  Notice,
  Page,
  PageHeader,
  Section,
  SkeletonPage,
  StatusTag,
} from '@wheelhouse/ui';
import { api, QueryState, useApi, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useParams } from 'react-router';
import { ChangePlan } from '../parts/change-plan.js';
import { CloseTenant } from '../parts/close-tenant.js';
import { SuspendTenant } from '../parts/suspend-tenant.js';
import { PlanUsage } from '../parts/plan-usage.js';
import { texts } from '../texts.js';

const LIMIT = { outlets: 'outlets', storageMb: 'storage', requestsPerMinute: 'requests' } as const;
const TONE = { active: 'good', suspended: 'watch', closing: 'bad' } as const;

/** One organisation as the operator sees it: how large it is and what was done with it, nothing of its content. */
export function TenantPage() {
  const { id } = useParams();
  const query = useApi<TenantDetailResponse>(`/tenants/${id}`);
  return (
    <QueryState query={query} skeleton={<SkeletonPage />}>
      {(tenant) => <Tenant tenant={tenant} />}
    </QueryState>
  );
}

function Tenant({ tenant }: { tenant: TenantDetailResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const keep = useSave(() => api.post(`/tenants/${tenant.id}/keep`, {}), {
    changes: ['/tenants'],
    done: () => t('tenant.kept'),
  });
  const planIn = ({ action, detail }: OperatorEntry) => {
    if (action !== 'tenant.plan') return '';
    const { plan, agreed } = detail as unknown as Pick<TenantDetailResponse, 'plan' | 'agreed'>;
    const beside = Object.entries(agreed ?? {}).map(
      ([key, limit]) => `${t(LIMIT[key as keyof PlanLimits])} ${limit === null ? t('noLimit') : f.number(limit)}`,
    );
    return f.list([t(`plans.${plan}`), ...beside]);
  };
  return (
    <Page>
      <PageHeader
        back={{ to: '/tenants', label: t('tenant.back') }}
        title={f.text(tenant.name)}
        lead={tenant.slug}
        actions={<SuspendTenant tenant={tenant} />}
        tag={<StatusTag tone={TONE[tenant.status]}>{t(`tenant.status.${tenant.status}`)}</StatusTag>}
      />
      {tenant.deleteAt && (
        <Notice tone="watch">
          <span className="wh-row">
            {t('tenant.closingUntil', { date: f.date(tenant.deleteAt) })}
            <ConfirmButton
              variant="secondary"
              question={`${t('tenant.keep')}: ${f.text(tenant.name)}?`}
              confirm={t('tenant.keep')}
              onConfirm={() => keep.mutateAsync(undefined)}
            >
              {t('tenant.keep')}
            </ConfirmButton>
          </span>
        </Notice>
      )}
      <Section title={t('planIs', { plan: t(`plans.${tenant.plan}`) })} actions={<ChangePlan tenant={tenant} />}>
        <PlanUsage {...tenant} />
      </Section>
      <Section>
        <Facts
          facts={[
            { label: t('tenant.members'), value: f.number(tenant.members) },
            {
              label: t('tenant.lastExport'),
              value: tenant.lastExportAt ? f.dateTime(tenant.lastExportAt) : t('tenant.never'),
            },
          ]}
        />
      </Section>
      <Section flush title={t('tenant.log')}>
        {tenant.entries.length === 0 ? (
          <EmptyState title={t('tenant.logEmpty')} />
        ) : (
          <List label={t('tenant.log')}>
            {tenant.entries.map((entry) => (
              <ListRow
                key={entry.id}
                title={t(`tenant.actions.${entry.action}`)}
                sub={[f.dateTime(entry.at), entry.by ?? t('tenant.house'), planIn(entry)].filter(Boolean).join(' · ')}
              />
            ))}
          </List>
        )}
      </Section>
      {tenant.status !== 'closing' && (
        <Section title={t('tenant.end')} lead={t('tenant.endLead')}>
          <CloseTenant tenant={tenant} />
        </Section>
      )}
    </Page>
  );
}
