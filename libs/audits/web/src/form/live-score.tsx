import type { StandardBody } from '@wheelhouse/contracts';
import { Dialog, ScoreBar } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { HowList } from '../result/how-computed.js';
import { texts } from '../texts.js';
import { formTexts } from './form.texts.js';
import type { AuditDraft } from './use-audit-draft.js';

/** The score so far, always in sight; a press shows its sections and how it is computed. */
export function LiveScore({ form, draft }: { form: StandardBody; draft: AuditDraft }) {
  const t = useT(formTexts);
  const tc = useT(texts);
  const f = useFormat();
  const [open, show] = useState(false);
  const { score, missing } = draft;
  const name = missing.count > 0 ? t('liveScore') : tc('score');
  const sections = new Map(score.sections.map((section) => [section.id, section.score]));
  return (
    <>
      <button type="button" className="au-top__score" title={t('exact')} onClick={() => show(true)}>
        <span className="au-top__figure" aria-hidden="true">
          {f.score(score.display)}
        </span>
        <span className="wh-muted wh-small" aria-hidden="true">
          {missing.count > 0 ? t('soFar') : tc('score')}
        </span>
        <span className="wh-sr">
          {t('liveScore')}: {f.score(score.display)}
        </span>
      </button>
      <Dialog
        open={open}
        title={`${name} ${f.score(score.display, form.scoring.precision)}`}
        onClose={() => show(false)}
      >
        <div className="wh-stack">
          <p className="wh-muted">{t('liveScoreHint')}</p>
          <ul className="au-bars">
            {form.sections.map((section) => (
              <li key={section.id} className="au-bars__row">
                <span>
                  {f.text(section)}{' '}
                  <span className="wh-muted wh-small">{tc('weight', { weight: section.weight })}</span>
                </span>
                <strong className="wh-num">{f.score(sections.get(section.id) ?? null)}</strong>
                <span className="au-bars__bar">
                  <ScoreBar value={sections.get(section.id) ?? null} tone="neutral" />
                </span>
              </li>
            ))}
          </ul>
          <HowList form={form} result={score} />
        </div>
      </Dialog>
    </>
  );
}
