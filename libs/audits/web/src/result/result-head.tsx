import type { AuditResponse } from '@wheelhouse/contracts';
import { findItem } from '@wheelhouse/standards-domain';
import { Change, Figure, Figures, Notice, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Link } from 'react-router';
import { shortItemId, toneOfGrade, useItemWords } from '../shared/words.js';
import { texts } from '../texts.js';
import { resultTexts } from './result.texts.js';

/** The score and what it must never be seen without: grade, red lines, last time, peers. */
export function ResultHead({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { result, form, previous, peers } = audit;
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
            definition={t('scoreHint')}
            value={f.score(result.display, digits)}
            tone={toneOfGrade(result.grade, form.scoring)}
            note={capped ? `${grade} · ${t('raw', { score: f.score(result.raw, digits) })}` : grade}
          />
          {previous && previous.score !== null && result.display !== null && (
            <Figure
              label={t('lastTime')}
              definition={t('lastTimeHint')}
              value={<Change value={result.display - previous.score} />}
              note={
                <Link to={`/audits/${previous.id}`}>
                  {t('lastTimeNote', { score: f.score(previous.score), date: f.shortDate(previous.visitDate) })}
                </Link>
              }
            />
          )}
          {peers && <Figure label={t('peers')} definition={t('peersHint')} value={f.score(peers.mean)} n={peers.n} />}
          <Figure label={t('findings')} definition={t('findingsHint')} value={audit.findingList.length} />
          <Figure
            label={t('redLines')}
            definition={t('redLinesHint')}
            value={result.triggered.length}
            tone={result.triggered.length > 0 ? 'bad' : 'neutral'}
          />
          {result.naWeightShare > 0 && (
            <Figure label={t('na')} definition={t('naHint')} value={f.percent(result.naWeightShare)} />
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
      </div>
    </Section>
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
            {shortItemId(audit.form.code, item.id)} {f.text(item)}
            {item.critical && <span className="wh-muted"> ({words.result(item.critical)})</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
