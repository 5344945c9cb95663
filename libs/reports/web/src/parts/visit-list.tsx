import type { VisitProposal } from '@wheelhouse/contracts';
import { Button, Icon, Sample, ScoreText, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { texts } from '../texts/report.texts.js';
import { useVisitReason } from './use-reasons.js';

const FIRST = 5;

/** Whom to visit this week, and why, most pressing first. */
export function VisitList({ visits }: { visits: VisitProposal[] }) {
  const t = useT(texts);
  const [all, showAll] = useState(false);
  const shown = all ? visits : visits.slice(0, FIRST);
  return (
    <div id="visit">
      <Section
        flush
        title={t('visit.title')}
        lead={visits.length > 0 ? t('visit.why') : undefined}
        actions={
          visits.length > FIRST && (
            <Button variant="quiet" aria-expanded={all} onClick={() => showAll(!all)}>
              {all ? t('visit.fewer') : t('visit.all', { count: visits.length })}
            </Button>
          )
        }
      >
        {visits.length === 0 ? (
          <p className="rep-pad wh-muted">{t('visit.none')}</p>
        ) : (
          <ol className="rep-visits">
            {shown.map((visit, i) => (
              <Visit key={visit.outletId} visit={visit} place={i + 1} />
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

function Visit({ visit, place }: { visit: VisitProposal; place: number }) {
  const f = useFormat();
  const words = useVisitReason();
  return (
    <li>
      <Link to={`/outlets/${visit.outletId}`} className="rep-visit">
        <span className="rep-visit__place" aria-hidden="true">
          {place}
        </span>
        <span className="wh-grow">
          <span className="rep-visit__name">{f.text(visit.name)}</span>
          <span className="rep-visit__why">
            {visit.reasons.map((reason, i) => (
              <span key={reason.reason} className={reason.reason === 'red_line' ? 'wh-bad' : undefined}>
                {reason.reason === 'red_line' && <Icon name="flag" size={13} />}
                {words(reason)}
                {i < visit.reasons.length - 1 && <span className="wh-muted"> · </span>}
              </span>
            ))}
          </span>
        </span>
        <span className="rep-visit__figures">
          <span className="rep-visit__score">
            <ScoreText value={visit.estimate} />
          </span>
          <span className="wh-small wh-muted">
            {visit.low !== null && `[${f.interval(visit.low, visit.high)}] `}
            <Sample n={visit.n} />
          </span>
        </span>
      </Link>
    </li>
  );
}
