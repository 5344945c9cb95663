import type { AssignmentResponse, AssignmentStatus, WaveResponse } from '@wheelhouse/contracts';
import {
  ButtonLink,
  ConfirmButton,
  DataTable,
  EmptyState,
  ListRow,
  Section,
  StatusTag,
  type Tone,
} from '@wheelhouse/ui';
import { api, Failed, useApiPages, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

const TONE: Record<AssignmentStatus, Tone> = {
  open: 'neutral',
  in_progress: 'accent',
  done: 'good',
  missed: 'bad',
  cancelled: 'neutral',
};

/** Who shops where in a wave, and how far each is. */
export function WaveShops({ wave }: { wave: WaveResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const list = useApiPages<AssignmentResponse>('/assignments', { waveId: wave.id });
  const tag = (row: AssignmentResponse) => (
    <StatusTag tone={TONE[row.status]}>{t(`shopStatus.${row.status}`)}</StatusTag>
  );
  if (list.error && !list.rows) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <Section title={t('shops')} lead={t('shopsLead')} flush>
      <DataTable<AssignmentResponse>
        label={t('shops')}
        rows={list.rows}
        rowKey={(row) => row.id}
        hasMore={list.hasNextPage}
        onMore={list.more}
        loadingMore={list.isFetchingNextPage}
        empty={<EmptyState icon="mask" title={t('noShops')} text={t('noShopsText')} />}
        phoneRow={(row) => (
          <ListRow
            key={row.id}
            title={f.text(row.outlet.name)}
            sub={row.assignee?.name}
            corner={tag(row)}
            below={row.can.cancel ? <Do row={row} /> : undefined}
            to={row.status === 'done' && row.auditId ? `/audits/${row.auditId}` : undefined}
          />
        )}
        columns={[
          {
            title: t('outlet'),
            key: 'outlet',
            render: (_, row) => (
              <>
                {f.text(row.outlet.name)} <span className="wh-muted wh-small">{row.outlet.code}</span>
              </>
            ),
          },
          { title: t('shopper'), key: 'shopper', render: (_, row) => row.assignee?.name ?? '—' },
          { title: t('state'), key: 'state', render: (_, row) => tag(row) },
          {
            title: <span className="wh-sr">{t('look')}</span>,
            key: 'do',
            align: 'right',
            render: (_, row) => <Do row={row} />,
          },
        ]}
      />
    </Section>
  );
}

/** The audit of a submitted shop; one that waits can be taken back. */
function Do({ row }: { row: AssignmentResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const cancel = useSave(() => api.post(`/assignments/${row.id}/cancel`), {
    changes: ['/assignments', '/waves', '/home'],
    done: t('cancelled'),
  });
  if (row.status === 'done' && row.auditId) return <ButtonLink to={`/audits/${row.auditId}`}>{t('look')}</ButtonLink>;
  if (!row.can.cancel) return null;
  return (
    <ConfirmButton
      variant="quiet"
      question={t('cancelQuestion', { shopper: row.assignee?.name ?? '—', outlet: f.text(row.outlet.name) })}
      detail={t('cancelDetail')}
      confirm={t('cancelConfirm')}
      onConfirm={() => cancel.mutateAsync(undefined)}
    >
      {t('cancel')}
    </ConfirmButton>
  );
}
