import {
  type AuditComparisonResponse,
  type AuditResponse,
  COMPARISON_MIN_PEERS,
  COMPARISON_WEEKS,
} from '@wheelhouse/contracts';
import { Change, Hint, ScoreBar, Section, Skeleton } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { texts } from '../texts.js';
import { comparisonTexts } from './comparison.texts.js';
import { resultTexts } from './result.texts.js';

interface Props {
  audit: AuditResponse;
  /** Undefined while it loads; null when it could not be read. */
  comparison: AuditComparisonResponse | null | undefined;
}

/** Each section's score as a bar with the peers' mean as a mark, and what it was last time. */
export function SectionComparison({ audit, comparison }: Props) {
  const t = useT(comparisonTexts);
  const tr = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const scores = new Map(audit.result.sections.map((section) => [section.id, section.score]));
  const before = new Map(comparison?.previous?.sections.map((section) => [section.id, section.score]));
  const peers = new Map(comparison?.peers?.sections.map((section) => [section.id, section]));
  const lowest = audit.form.scoring.grades.at(-2)?.[1] ?? 0;
  return (
    <Section
      title={
        <>
          {tr('sections')}{' '}
          <Hint label={tr('sections')}>
            <Meaning of="sectionScore" />
          </Hint>
        </>
      }
      lead={<PeersNote comparison={comparison} />}
    >
      <ul className="au-bars">
        {audit.form.sections.map((section) => {
          const score = scores.get(section.id) ?? null;
          const last = before.get(section.id) ?? null;
          const peer = peers.get(section.id);
          return (
            <li key={section.id} className="au-bars__row">
              <span>
                {f.text(section)} <span className="wh-muted wh-small">{tc('weight', { weight: section.weight })}</span>
              </span>
              <strong className={score === null ? 'wh-muted' : 'wh-num'}>
                {score === null ? tr('sectionNa') : f.score(score)}
              </strong>
              <span className="au-bars__bar">
                <ScoreBar value={score} mark={peer?.mean} tone={score !== null && score < lowest ? 'bad' : 'neutral'} />
              </span>
              {comparison === undefined ? (
                <Skeleton width="12em" />
              ) : (
                <span className="au-bars__note wh-small wh-muted">
                  {last !== null && score !== null && (
                    <span>
                      <Change value={score - last} /> {t('was', { score: f.score(last) })}
                    </span>
                  )}
                  {peer && (
                    <span>
                      {t('peersAre', { score: f.score(peer.mean) })} ({t('nOutlets', { count: peer.outlets })})
                    </span>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Which peers the marks are, or why there are none. */
function PeersNote({ comparison }: Pick<Props, 'comparison'>) {
  const t = useT(comparisonTexts);
  if (!comparison) return null;
  const { peers, previous } = comparison;
  const about = !peers
    ? t('noGroup')
    : peers.score === null
      ? t('tooFew', { count: peers.outlets, min: COMPARISON_MIN_PEERS, weeks: COMPARISON_WEEKS })
      : t('mark');
  return (
    <>
      {!previous && `${t('noPrevious')} `}
      {about}{' '}
      {peers && (
        <Hint label={t('peers')}>
          <Meaning of="auditPeers" n={peers.outlets} values={{ weeks: COMPARISON_WEEKS, min: COMPARISON_MIN_PEERS }} />
        </Hint>
      )}
    </>
  );
}
