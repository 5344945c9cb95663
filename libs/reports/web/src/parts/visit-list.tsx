import type { ReportResponse, VisitProposal } from '@wheelhouse/contracts';
import { Button, ButtonLink, Hint, Icon, Sample, ScoreText, Section } from '@wheelhouse/ui';
import { assignAt, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { useState } from 'react';
import { Link } from 'react-router';
import { texts } from '../texts/report.texts.js';
import { evidenceOf } from './evidence.js';
import type { RankingState } from './use-ranking.js';
import { useVisitReason } from './use-reasons.js';

const FIRST = 5;

/** Whom to visit this week, and why, most pressing first. The outlet opens, and so does every reason. */
export function VisitList({ report, state }: { report: ReportResponse; state: RankingState }) {
  const t = useT(texts);
  const f = useFormat();
  const { can } = useSession();
  const { visits } = report;
  const [all, showAll] = useState(false);
  const shown = all ? visits : visits.slice(0, FIRST);
  return (
    <div id="visit">
      <Section
        flush
        title={
          <>
            {t('visit.title')}{' '}
            <Hint label={t('visit.title')}>
              <Meaning of="visitList" />
            </Hint>
          </>
        }
        actions={
          <>
            {visits.length > 0 && can('assignment.manage') && (
              <ButtonLink
                variant="quiet"
                icon="calendar"
                to="/assignments"
                state={assignAt(
                  shown.map((visit) => ({ id: visit.outletId, label: `${f.text(visit.name)} · ${visit.code}` })),
                )}
              >
                {t('visit.plan', { count: shown.length })}
              </ButtonLink>
            )}
            {visits.length > FIRST && (
              <Button variant="quiet" aria-expanded={all} onClick={() => showAll(!all)}>
                {all ? t('visit.fewer') : t('visit.all', { count: visits.length })}
              </Button>
            )}
          </>
        }
      >
        {visits.length === 0 ? (
          <p className="rep-pad wh-muted">{t('visit.none')}</p>
        ) : (
          <ol className="rep-visits">
            {shown.map((visit, i) => (
              <Visit key={visit.outletId} report={report} state={state} visit={visit} place={i + 1} />
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

interface VisitProps {
  report: ReportResponse;
  state: RankingState;
  visit: VisitProposal;
  place: number;
}

function Visit({ report, state, visit, place }: VisitProps) {
  const f = useFormat();
  return (
    <li className="rep-visit">
      <span className="rep-visit__place" aria-hidden="true">
        {place}
      </span>
      <div className="rep-visit__what">
        <Link to={`/outlets/${visit.outletId}`} className="rep-visit__name" title={f.text(visit.name)}>
          {f.text(visit.name)}
        </Link>
        <ul className="rep-visit__why">
          {visit.reasons.map((reason) => (
            <li key={reason.reason} className={reason.reason === 'red_line' ? 'is-alone' : undefined}>
              <Reason report={report} state={state} outletId={visit.outletId} reason={reason} />
            </li>
          ))}
        </ul>
      </div>
      <span className="rep-visit__figures">
        <span className="rep-visit__score">
          <ScoreText value={visit.estimate} />
        </span>
        <span className="wh-small wh-muted">
          {visit.low !== null && `[${f.interval(visit.low, visit.high)}] `}
          <Sample n={visit.n} />
        </span>
      </span>
    </li>
  );
}

interface ReasonProps extends Omit<VisitProps, 'visit' | 'place'> {
  outletId: string;
  reason: VisitProposal['reasons'][number];
}

/** A reason in words; it leads to what proves it, where the reader may see that. */
function Reason({ report, state, outletId, reason }: ReasonProps) {
  const words = useVisitReason();
  const { can } = useSession();
  const to = evidenceOf(report, outletId, reason);
  const text = (
    <>
      {reason.reason === 'red_line' && <Icon name="flag" size={13} />}
      {words(reason)}
    </>
  );
  const look = reason.reason === 'red_line' ? 'rep-reason wh-bad' : 'rep-reason';
  if (to === 'row')
    return (
      <button type="button" className={look} onClick={() => state.set({ open: outletId })}>
        {text}
      </button>
    );
  if (!can('audit.read'))
    return (
      <span className={look} title={words(reason)}>
        {text}
      </span>
    );
  return (
    <Link to={to} className={look} title={words(reason)}>
      {text}
    </Link>
  );
}
