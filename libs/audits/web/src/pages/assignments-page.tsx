import { ASSIGNMENT_STATUSES, type AssignmentResponse } from '@wheelhouse/contracts';
import {
  Button,
  ButtonLink,
  ChooseButton,
  ConfirmButton,
  DataTable,
  EmptyState,
  NativeSelect,
  Page,
  PageHeader,
  SearchInput,
  Section,
  Segments,
  StatusTag,
  useChosen,
  useIsPhone,
  type Chosen,
} from '@wheelhouse/ui';
import {
  api,
  Failed,
  outletsToAssign,
  useApiPages,
  useDebounced,
  useFilters,
  useFormat,
  useSave,
  useSession,
  useStartAudit,
  useT,
} from '@wheelhouse/web-core';
import { SavedViews } from '@wheelhouse/web-core/pickers';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { listTexts } from '../lists.texts.js';
import { AssignmentForm } from '../shared/assignment-form.js';
import { AssignmentRow, Due, Missed } from '../shared/assignment-row.js';
import { CancelChosen } from '../shared/cancel-chosen.js';
import { ASSIGNMENT_TONE } from '../shared/words.js';
import { texts } from '../texts.js';
import '../shared.css';
import '../filters/filters.css';
import '../pages.css';

/** What waits for oneself is searched only when it is more than a glance. */
const SHORT = 7;

/** Assignments: what waits for me, and for who plans them all of them. */
export function AssignmentsPage() {
  const t = useT(listTexts);
  const tc = useT(texts);
  const { can } = useSession();
  const manages = can('assignment.manage');
  const [filters, set] = useFilters({ view: manages ? 'all' : 'mine', status: '', q: '' });
  const mine = filters.view === 'mine';
  const narrowed = Boolean(filters.q.trim() || (!mine && filters.status));
  const phone = useIsPhone();
  const { state, search } = useLocation();
  const navigate = useNavigate();
  const [at] = useState(() => outletsToAssign(state));
  const [creating, create] = useState(manages && at.length > 0);
  // What a link brought is used once: neither a reload nor Back opens the form again.
  useEffect(() => {
    if (outletsToAssign(state).length > 0) void navigate({ search }, { replace: true, state: null });
  }, [state, search, navigate]);
  const chosen = useChosen<AssignmentResponse>((row) => row.id);
  const list = useApiPages<AssignmentResponse>('/assignments', {
    mine: mine || undefined,
    status: mine ? undefined : filters.status,
    q: useDebounced(filters.q.trim()) || undefined,
  });
  const start = useStartAudit();
  const begin = ({ id }: AssignmentResponse) => !start.isPending && start.mutate({ assignmentId: id });
  return (
    <Page>
      <PageHeader
        title={t('assignments')}
        lead={t('assignmentsLead')}
        actions={
          manages && (
            <Button variant="primary" icon="plus" onClick={() => create(true)}>
              {t('create')}
            </Button>
          )
        }
      />
      <div className="au-filterbar">
        {(!mine || narrowed || (list.rows?.length ?? 0) > SHORT) && (
          <span className="au-filterbar__search">
            <SearchInput
              label={t('searchAssignments')}
              value={filters.q}
              maxLength={100}
              onChange={(e) => set({ q: e.target.value })}
            />
          </span>
        )}
        <Segments
          label={t('view')}
          value={filters.view}
          onChange={(view) => set({ view })}
          options={[
            { value: 'mine', label: t('mine') },
            { value: 'all', label: t('everybody') },
          ]}
        />
        {!mine && (
          <span className="au-status">
            <NativeSelect
              aria-label={t('status')}
              value={filters.status}
              placeholder={`${t('status')}: ${tc('all')}`}
              onChange={(e) => set({ status: e.target.value })}
              options={ASSIGNMENT_STATUSES.map((status) => ({
                value: status,
                label: tc(`assignmentStatus.${status}`),
              }))}
            />
          </span>
        )}
        <SavedViews page="assignments" />
        {phone && list.rows?.some((row) => row.can.cancel) && <ChooseButton chosen={chosen} />}
      </div>
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Section flush>
          <AssignmentTable list={list} mine={mine} onStart={begin} chosen={manages ? chosen : undefined}>
            {narrowed && (
              <EmptyState
                icon="calendar"
                title={t('noneFound')}
                text={t('noneFoundSearch')}
                action={<Button onClick={() => set({ q: '', status: '' })}>{t('clearFilters')}</Button>}
              />
            )}
          </AssignmentTable>
        </Section>
      )}
      <CancelChosen chosen={chosen} />
      {manages && <AssignmentForm open={creating} at={at} onClose={() => create(false)} />}
    </Page>
  );
}

function AssignmentTable({
  list,
  mine,
  onStart,
  chosen,
  children,
}: {
  list: ReturnType<typeof useApiPages<AssignmentResponse>>;
  mine: boolean;
  onStart: (assignment: AssignmentResponse) => void;
  chosen?: Chosen<AssignmentResponse>;
  /** What stands where nothing was found; by default that nothing is there. */
  children?: ReactNode;
}) {
  const t = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  // One for all rows: a mutation of its own in each would cost more than the row.
  const cancel = useSave(({ id }: AssignmentResponse) => api.post(`/assignments/${id}/cancel`), {
    changes: ['/assignments', '/home', '/waves'],
    done: t('cancelled'),
  });
  const tag = (row: AssignmentResponse) => (
    <StatusTag tone={ASSIGNMENT_TONE[row.status]}>{tc(`assignmentStatus.${row.status}`)}</StatusTag>
  );
  return (
    <DataTable<AssignmentResponse>
      label={t('assignments')}
      rows={list.rows}
      rowKey={(row) => row.id}
      chosen={chosen}
      choosable={{ able: (row) => row.can.cancel, name: (row) => f.text(row.outlet.name) }}
      phoneRow={(row, choose) => (
        <AssignmentRow key={row.id} assignment={row} onStart={onStart} end={tag(row)} choose={choose} />
      )}
      hasMore={list.hasNextPage}
      onMore={list.more}
      loadingMore={list.isFetchingNextPage}
      empty={
        children || (
          <EmptyState
            icon="calendar"
            title={t(mine ? 'noMine' : 'noAssignments')}
            text={t(mine ? 'noMineText' : 'noAssignmentsText')}
          />
        )
      }
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
        {
          title: t('kind'),
          key: 'kind',
          render: (_, row) => (
            <>
              <span className="wh-nowrap">{tc(`kind.${row.kind}`)}</span>
              <div className="wh-muted wh-small">{f.text(row.standardName)}</div>
            </>
          ),
        },
        {
          title: t('assignee'),
          key: 'assignee',
          render: (_, row) => row.assignee?.name ?? <span className="wh-muted">{t('anybody')}</span>,
        },
        {
          title: t('window'),
          key: 'window',
          render: (_, row) => (
            <span className="wh-nowrap">
              {f.range(row.windowFrom, row.windowTo)}
              {(row.status === 'open' || row.status === 'in_progress') && (
                <span className="wh-muted wh-small">
                  {' '}
                  · <Due assignment={row} />
                </span>
              )}
              {row.status === 'missed' && (
                <span className="wh-muted wh-small">
                  {' '}
                  · <Missed assignment={row} />
                </span>
              )}
            </span>
          ),
        },
        { title: t('status'), key: 'status', render: (_, row) => tag(row) },
        {
          title: <span className="wh-sr">{t('actions')}</span>,
          key: 'do',
          align: 'right',
          render: (_, row) => <RowActions row={row} onStart={onStart} onCancel={cancel.mutateAsync} />,
        },
      ]}
    />
  );
}

/** Takes an assignment back; asks once, with the outlet's name. */
function CancelAssignment({ row, onCancel }: Pick<RowActionsProps, 'row' | 'onCancel'>) {
  const t = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  return (
    <ConfirmButton
      variant="quiet"
      question={t('cancelQuestion', { kind: tc(`kind.${row.kind}`), outlet: f.text(row.outlet.name) })}
      detail={t('cancelDetail')}
      confirm={t('cancelConfirm')}
      onConfirm={() => onCancel(row)}
    >
      {t('cancel')}
    </ConfirmButton>
  );
}

interface RowActionsProps {
  row: AssignmentResponse;
  onStart: (assignment: AssignmentResponse) => void;
  onCancel: (assignment: AssignmentResponse) => Promise<unknown>;
}

function RowActions({ row, onStart, onCancel }: RowActionsProps) {
  const t = useT(listTexts);
  const tc = useT(texts);
  return (
    <span className="wh-row au-rowactions">
      {row.can.cancel && <CancelAssignment row={row} onCancel={onCancel} />}
      {row.auditId ? (
        <ButtonLink to={`/audits/${row.auditId}`}>
          {tc(row.status === 'in_progress' && row.can.start ? 'resume' : 'look')}
        </ButtonLink>
      ) : (
        row.can.start && <Button onClick={() => onStart(row)}>{t('start')}</Button>
      )}
    </span>
  );
}
