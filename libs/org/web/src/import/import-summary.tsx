import {
  IMPORT_OUTCOMES,
  type ImportCounts,
  type ImportOutcome,
  type OutletImportResponse,
} from '@wheelhouse/contracts';
import { ButtonLink, Figure, Figures, Notice, Section, type Tone } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { importTexts } from './texts.js';

const TONES: Record<ImportOutcome, Tone> = { new: 'neutral', changed: 'neutral', unchanged: 'neutral', wrong: 'bad' };

/** What the dry run found, or what was done, in figures. */
export function ImportSummary({ one, counts }: { one: OutletImportResponse; counts: ImportCounts }) {
  const t = useT(importTexts);
  const f = useFormat();
  const unknown = one.columns.filter(({ code }) => code === null).map(({ heading }) => heading);
  const isDone = one.status === 'applied';
  return (
    <>
      {isDone && (
        <Notice tone="good">
          <p>
            <strong>{t('done')}</strong>{' '}
            {t('doneText', {
              created: f.number(counts.new),
              changed: f.number(counts.changed),
              rest: counts.wrong > 0 ? t('doneSkipped', { count: counts.wrong }) : '',
            })}
          </p>
          <p className="imp-onward">
            <ButtonLink to="/network" variant="primary" icon="network">
              {t('toNetwork')}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <Section>
        <Figures>
          {IMPORT_OUTCOMES.map((outcome) => (
            <Figure
              key={outcome}
              label={t(`outcome.${outcome}`)}
              definition={t(`outcomeHelp.${outcome}`)}
              value={f.number(counts[outcome])}
              tone={counts[outcome] > 0 ? TONES[outcome] : 'neutral'}
            />
          ))}
        </Figures>
      </Section>
      {unknown.length > 0 && (
        <Notice tone="watch">{t('unknown', { count: unknown.length, names: f.list(unknown.slice(0, 20)) })}</Notice>
      )}
    </>
  );
}
