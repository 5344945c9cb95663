import type { AuditComparisonResponse } from '@wheelhouse/contracts';
import { Section, Sparkline } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Explained } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { texts } from '../texts.js';
import { comparisonTexts } from './comparison.texts.js';

/** The scores of this outlet on the same kind and standard, with the audits behind them. */
export function ScoreHistory({ auditId, history }: { auditId: string; history: AuditComparisonResponse['history'] }) {
  const t = useT(comparisonTexts);
  const tc = useT(texts);
  const f = useFormat();
  if (history.length < 2) return null;
  return (
    <Section
      title={<Explained label={t('history')} of="auditHistory" n={history.length} />}
      lead={t('historyLead', { count: history.length })}
    >
      <div className="wh-stack">
        <Sparkline values={history.map(({ score }) => score)} width={320} height={64} />
        <div className="wh-tablewrap">
          <table className="wh-table">
            <caption className="wh-sr">{t('history')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('visit')}</th>
                <th scope="col" className="au-right">
                  <Explained label={tc('score')} of="auditScore" />
                </th>
                <th scope="col">{t('grade')}</th>
              </tr>
            </thead>
            <tbody>
              {history.toReversed().map(({ id, visitDate, score, grade }) => (
                <tr key={id} aria-current={id === auditId || undefined}>
                  <td className="wh-nowrap">
                    {id === auditId ? (
                      <strong>{f.date(visitDate)}</strong>
                    ) : (
                      <Link to={`/audits/${id}`}>{f.date(visitDate)}</Link>
                    )}
                  </td>
                  <td className="wh-num au-right">{f.score(score)}</td>
                  <td>{grade === 'FAIL' ? tc('failed') : (grade ?? '—')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Section>
  );
}
