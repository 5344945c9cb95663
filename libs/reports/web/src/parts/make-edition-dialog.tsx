import { useQueryClient } from '@tanstack/react-query';
import type { JobResponse } from '@wheelhouse/contracts';
import { shiftWeek, type Weekday, weekOf } from '@wheelhouse/kernel';
import { Button, Dialog, FormField, NativeSelect, Notice, ScoreBar } from '@wheelhouse/ui';
import {
  api,
  FormProblem,
  invalidate,
  localToday,
  useApi,
  useFormat,
  useSave,
  useSession,
  useT,
} from '@wheelhouse/web-core';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { texts } from '../texts/report.texts.js';

const WEEKS = 26;
const POLL_MS = 800;

/** Asks for a week, starts the work and watches it. */
export function MakeEditionDialog({ onClose }: { onClose: () => void }) {
  const t = useT(texts);
  const f = useFormat();
  const { tenant } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const weeks = useMemo(() => {
    const start = (tenant?.weekStart ?? 1) as Weekday;
    const now = weekOf(localToday(tenant?.timeZone), start);
    return Array.from({ length: WEEKS }, (_, i) => shiftWeek(now, -1 - i, start));
  }, [tenant]);
  const [period, setPeriod] = useState(weeks[0]?.key ?? '');
  const start = useSave((week: string) => api.post<JobResponse>('/reports', { period: week }), {
    quiet: true,
    done: null,
  });
  const [settled, settle] = useState(false);
  const watched = useApi<JobResponse>(start.data ? `/jobs/${start.data.id}` : null, undefined, {
    refetchInterval: settled ? false : POLL_MS,
  });
  const job = watched.data ?? start.data;
  const over = job?.status === 'done' || job?.status === 'failed';
  useEffect(() => {
    if (!over) return;
    settle(true);
    void invalidate(client, ['/reports']);
  }, [over, client]);

  return (
    <Dialog
      open
      title={t('make.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{job && !over ? t('make.later') : t('make.close')}</Button>
          {job ? (
            <Button
              variant="primary"
              disabled={job.status !== 'done'}
              onClick={() => {
                onClose();
                void navigate('/reports');
              }}
            >
              {t('make.show')}
            </Button>
          ) : (
            <Button variant="primary" busy={start.isPending} onClick={() => start.mutate(period)}>
              {t('make.go')}
            </Button>
          )}
        </>
      }
    >
      <p className="wh-muted">{t('make.lead')}</p>
      <FormField label={t('make.week')} problem={start.problem?.field('period')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            disabled={Boolean(job)}
            value={period}
            onChange={(event) => setPeriod(event.target.value)}
            options={weeks.map((week) => ({
              value: week.key,
              label: `${f.week(week.key, week.start, week.end)} · ${week.key}`,
            }))}
          />
        )}
      </FormField>
      <FormProblem problem={start.problem} shown={['period']} />
      {job && <Progress job={job} />}
    </Dialog>
  );
}

function Progress({ job }: { job: JobResponse }) {
  const t = useT(texts);
  const f = useFormat();
  if (job.status === 'done') return <Notice tone="good">{t('make.done')}</Notice>;
  if (job.status === 'failed') return <Notice tone="bad">{t('make.failed', { error: job.error ?? '' })}</Notice>;
  const percent = f.percent(job.progress);
  return (
    <div role="status" className="wh-stack" style={{ gap: 8 }}>
      <span>{job.status === 'queued' ? t('make.queued') : t('make.running', { percent })}</span>
      <ScoreBar value={job.progress} max={1} label={percent} />
    </div>
  );
}
