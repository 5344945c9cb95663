import type { CyclePhase, CycleSummary } from '@wheelhouse/contracts';
import { Button, EmptyState, Icon, Page, PageHeader, SkeletonPage, StatusTag } from '@wheelhouse/ui';
import { QueryState, useApiPages, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
import '../pdca.css';
import { CycleForm } from '../parts/cycle-form.js';
import { MiniWheel } from '../parts/mini-wheel.js';
import { QUADRANTS } from '../parts/phase-state.js';
import { texts } from '../texts/cycle.texts.js';

/** All cycles by phase, each with what its next gate still misses. */
export function CyclesPage() {
  const t = useT(texts);
  const { can } = useSession();
  const list = useApiPages<CycleSummary>('/cycles', { limit: 100 });
  const [form, openForm] = useState(false);
  const manage = can('cycle.manage');
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          manage && (
            <Button variant="primary" icon="plus" onClick={() => openForm(true)}>
              {t('new')}
            </Button>
          )
        }
      />
      <QueryState query={{ data: list.rows, error: list.error, refetch: list.refetch }} skeleton={<SkeletonPage />}>
        {(cycles) =>
          cycles.length === 0 ? (
            <EmptyState bordered icon="wheel" title={t('empty')} text={manage ? t('emptyText') : t('emptyRead')} />
          ) : (
            <Board cycles={cycles} />
          )
        }
      </QueryState>
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
      {form && <CycleForm onClose={() => openForm(false)} />}
    </Page>
  );
}

function Board({ cycles }: { cycles: CycleSummary[] }) {
  const of = (phase: CyclePhase) => cycles.filter((cycle) => cycle.phase === phase);
  const closed = of('closed');
  return (
    <>
      <div className="pdca-board">
        {QUADRANTS.map((phase) => (
          <Column key={phase} phase={phase} cycles={of(phase)} />
        ))}
      </div>
      {closed.length > 0 && (
        <div className="pdca-closed">
          <Column phase="closed" cycles={closed} />
        </div>
      )}
    </>
  );
}

function Column({ phase, cycles }: { phase: CyclePhase; cycles: CycleSummary[] }) {
  const t = useT(texts);
  return (
    <section className={cycles.length === 0 ? 'is-empty' : undefined}>
      <h2>
        {t(`phases.${phase}`)} <span className="wh-muted">{cycles.length}</span>
      </h2>
      <p className="wh-small wh-muted pdca-board__asks">{t(`asks.${phase}`)}</p>
      {cycles.length === 0 ? (
        <p className="pdca-board__none">{t('none')}</p>
      ) : (
        <ul>
          {cycles.map((cycle) => (
            <li key={cycle.id}>
              <Card cycle={cycle} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ cycle }: { cycle: CycleSummary }) {
  const t = useT(texts);
  const f = useFormat();
  return (
    <Link to={`/cycles/${cycle.id}`} className="wh-card pdca-card">
      <span className="pdca-card__head">
        <MiniWheel
          phase={cycle.phase}
          share={cycle.gateFacts > 0 ? (cycle.gateFacts - cycle.gateMissing) / cycle.gateFacts : 1}
        />
        <span className="pdca-card__name" title={f.text(cycle.name)}>
          {f.text(cycle.name)}
        </span>
      </span>
      <span className="wh-small wh-muted">
        {f.text(cycle.scope.name)} · {t('objectives', { count: cycle.objectives })}
      </span>
      <span className="wh-row wh-small">
        {cycle.phase !== 'closed' &&
          (cycle.gateMissing > 0 ? (
            <StatusTag tone="watch">
              {t('gate.present', { present: cycle.gateFacts - cycle.gateMissing, all: cycle.gateFacts })}
            </StatusTag>
          ) : (
            <StatusTag tone="good" icon="check">
              {t('gateOpen')}
            </StatusTag>
          ))}
        {cycle.doTo && cycle.phase !== 'closed' && (
          <span className="wh-muted wh-nowrap">
            <Icon name="calendar" size={14} /> {t('until', { date: f.shortDate(cycle.doTo) })}
          </span>
        )}
      </span>
    </Link>
  );
}
