import {
  type AuditComparisonResponse,
  type AuditResponse,
  COMPARISON_MIN_PEERS,
  COMPARISON_WEEKS,
} from '@wheelhouse/contracts';
import { findItem } from '@wheelhouse/standards-domain';
import { Change, Figure, Figures, Notice, Section, Skeleton } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { shortItemId, toneOfGrade, useItemWords } from '../shared/words.js';
import { texts } from '../texts.js';
import { comparisonTexts } from './comparison.texts.js';
import { HowComputed } from './how-computed.js';
import { resultTexts } from './result.texts.js';

const PEERS = { weeks: COMPARISON_WEEKS, min: COMPARISON_MIN_PEERS };

/** The score and what it must never be seen without: band, red lines, last time, peers; and how it is computed. */
export function ResultHead({
  audit,
  comparison,
}: {
  audit: AuditResponse;
  comparison: AuditComparisonResponse | null | undefined;
}) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { result, form } = audit;
  const digits = form.scoring.precision;
  const capped = result.raw !== null && result.final !== null && result.raw - result.final > 0.005;
  const grade =
    result.grade === 'FAIL' ? tc('failed') : result.grade ? tc('grade', { grade: result.grade }) : t('notScored');
  return (
    <Section>
      <div className="wh-stack">
        <Figures>
          <Figure
            big
            label={tc('score')}
            definition={<Meaning of="auditScore" />}
            value={f.score(result.display, digits)}
            tone={toneOfGrade(result.grade, form.scoring)}
            note={capped ? `${grade} · ${t('raw', { score: f.score(result.raw, digits) })}` : grade}
          />
          <Against score={result.display} comparison={comparison} />
          <Figure label={t('findings')} definition={<Meaning of="auditFindings" />} value={audit.findingList.length} />
          <Figure
            label={t('redLines')}
            definition={<Meaning of="auditRedLines" />}
            value={result.triggered.length}
            tone={result.triggered.length > 0 ? 'bad' : 'neutral'}
          />
          {result.naWeightShare > 0 && (
            <Figure label={t('na')} definition={<Meaning of="naShare" />} value={f.percent(result.naWeightShare)} />
          )}
        </Figures>
        <RedLines audit={audit} />
        {result.lowCoverage && (
          <Notice tone="watch">
            {t('lowCoverage', {
              percent: f.percent(result.naWeightShare),
              limit: f.percent(form.scoring.na_share_warning),
            })}
          </Notice>
        )}
        <HowComputed form={form} result={result} />
      </div>
    </Section>
  );
}

/** The total against last time and peers; the place is kept while it loads. */
function Against({
  score,
  comparison,
}: {
  score: number | null;
  comparison: AuditComparisonResponse | null | undefined;
}) {
  const t = useT(resultTexts);
  const tx = useT(comparisonTexts);
  const f = useFormat();
  if (comparison === null) return null;
  if (comparison === undefined)
    return (
      <>
        <Figure label={t('lastTime')} definition={<Meaning of="lastTime" />} value={<Skeleton width="3em" />} />
        <Figure
          label={t('peers')}
          definition={<Meaning of="auditPeers" values={PEERS} />}
          value={<Skeleton width="3em" />}
        />
      </>
    );
  const { previous, peers } = comparison;
  const mean = peers?.score ?? null;
  const gap = score === null || mean === null ? null : score - mean;
  return (
    <>
      {previous && previous.score !== null && score !== null && (
        <Figure
          label={t('lastTime')}
          definition={<Meaning of="lastTime" />}
          value={<Change value={score - previous.score} />}
          note={
            <Link to={`/audits/${previous.id}`}>
              {t('lastTimeNote', { score: f.score(previous.score), date: f.shortDate(previous.visitDate) })}
            </Link>
          }
        />
      )}
      {mean !== null && (
        <Figure
          label={t('peers')}
          definition={<Meaning of="auditPeers" n={peers?.outlets} values={PEERS} />}
          value={f.score(mean)}
          note={`${gap === null ? '' : `${tx(Math.abs(gap) < 0.05 ? 'same' : gap > 0 ? 'beyond' : 'below', { points: f.number(Math.abs(gap), 1) })} · `}${tx('nOutlets', { count: peers?.outlets ?? 0 })}`}
        />
      )}
    </>
  );
}

/** Crossed red lines, each with what it did to the score. */
function RedLines({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const f = useFormat();
  const words = useItemWords(audit.form);
  const items = audit.result.triggered.flatMap((id) => findItem(audit.form, id) ?? []);
  if (items.length === 0) return null;
  return (
    <Notice tone="bad">
      <p>
        <strong>{t('redLineTitle', { count: items.length })}</strong>
      </p>
      <ul className="au-plainlist">
        {items.map((item) => (
          <li key={item.id}>
            <Link to={`#item-${item.id}`}>
              {shortItemId(audit.form.code, item.id)} {f.text(item)}
            </Link>
            {item.critical && <span className="wh-muted"> ({words.result(item.critical)})</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
