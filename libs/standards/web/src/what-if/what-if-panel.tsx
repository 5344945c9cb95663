import type { StandardBody } from '@wheelhouse/contracts';
import { Button, FormField, Hint, NativeSelect, Notice, Segments } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useMemo, useState } from 'react';
import { shortItemId } from '../book/item-words.js';
import { BandBar } from './band-bar.js';
import { TrialItems, TrialSections } from './trial-sections.js';
import { redLines, tryOut, type Trial } from './trial.js';
import { whatIfTexts } from './what-if.texts.js';

const KINDS = ['good', 'typical', 'red', 'random'] as const;

/** Tries a standard out: made-up answers and the score that they come to, beside that of the version before. */
export function WhatIfPanel({
  body,
  before,
  onClose,
}: {
  body: StandardBody;
  /** The published version to compare with. */
  before?: StandardBody;
  onClose: () => void;
}) {
  const t = useT(whatIfTexts);
  const f = useFormat();
  const [trial, set] = useState<Trial>({ kind: 'typical', seed: 1, redItem: '', given: {} });
  const patch = (change: Partial<Trial>) => set((old) => ({ ...old, ...change }));
  const result = useMemo(() => tryOut(body, trial), [body, trial]);
  const other = useMemo(() => (before ? tryOut(before, trial).score.display : null), [before, trial]);
  const reds = redLines(body);
  const { score, uncapped } = result;
  const digits = body.scoring.precision;
  const figure = (value: number) => f.number(value, digits);
  const crossed = score.triggered.map((id) => shortItemId(body.code, id));
  const changedByHand = Object.keys(trial.given).length;
  return (
    <section className="st-whatif" aria-label={t('title')}>
      <header className="st-whatif__head">
        <h2>{t('title')}</h2>
        <Button variant="quiet" icon="close" aria-label={t('close')} title={t('close')} onClick={onClose} />
      </header>
      <p className="wh-muted wh-small">{t('lead')}</p>
      <Segments
        label={t('kind')}
        value={trial.kind}
        onChange={(kind) => patch({ kind, given: {} })}
        options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      {trial.kind === 'random' && (
        <div className="wh-row">
          <Button icon="refresh" onClick={() => patch({ seed: trial.seed + 1, given: {} })}>
            {t('again')}
          </Button>
          <span className="wh-muted wh-small">{t('seed', { seed: trial.seed })}</span>
        </div>
      )}
      {trial.kind === 'red' &&
        (reds.length === 0 ? (
          <p className="wh-muted">{t('noRed')}</p>
        ) : (
          <FormField label={t('redItem')}>
            {(bind) => (
              <NativeSelect
                {...bind}
                value={reds.some(({ id }) => id === trial.redItem) ? trial.redItem : (reds[0]?.id ?? '')}
                onChange={(event) => patch({ redItem: event.target.value })}
                options={reds.map((item) => ({
                  value: item.id,
                  label: `${shortItemId(body.code, item.id)} ${f.text(item)}`,
                }))}
              />
            )}
          </FormField>
        ))}
      <div className="st-whatif__score" role="status">
        <p className="st-whatif__label">
          {t('score')}
          <Hint label={t('score')}>
            {t(body.scoring.mode === 'flat' ? 'scoreHelpFlat' : 'scoreHelp', { count: digits })}
          </Hint>
        </p>
        {score.display === null ? (
          <p>{t('none')}</p>
        ) : (
          <p className="st-whatif__figure">
            {figure(score.display)}{' '}
            <span className="st-whatif__grade">
              {score.grade === 'FAIL' ? t('failed') : t('grade', { grade: score.grade ?? '—' })}
            </span>
          </p>
        )}
        {before && other !== null && score.display !== null && (
          <p>
            {other === score.display
              ? t('againstSame', { version: before.version })
              : t('against', {
                  version: before.version,
                  score: figure(other),
                  change: f.change(score.display - other),
                })}
          </p>
        )}
      </div>
      {score.display !== null && <BandBar grades={body.scoring.grades} score={score.display} />}
      {crossed.length > 0 && (
        <Notice tone="bad">
          <p>{t('crossed', { count: crossed.length, list: f.list(crossed) })}</p>
          {uncapped !== null && uncapped !== score.display && <p>{t('capped', { score: figure(uncapped) })}</p>}
        </Notice>
      )}
      {score.naWeightShare > 0 && (
        <p className={score.lowCoverage ? 'wh-watch' : 'wh-muted'}>
          {t('na', { percent: f.percent(score.naWeightShare) })}{' '}
          {score.lowCoverage && t('low', { percent: f.percent(body.scoring.na_share_warning) })}
        </p>
      )}
      {!score.complete && <p className="wh-watch">{t('incomplete')}</p>}
      <TrialSections body={body} result={result} />
      <TrialItems
        body={body}
        result={result}
        given={trial.given}
        changed={changedByHand}
        onGive={(id, value) => patch({ given: { ...trial.given, [id]: value } })}
        onReset={() => patch({ given: {} })}
      />
    </section>
  );
}
