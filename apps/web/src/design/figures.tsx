import {
  Change,
  Definition,
  Figure,
  Figures,
  IntervalBar,
  Sample,
  ScoreBar,
  ScoreText,
  Sparkline,
} from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { designTexts } from './design.texts.js';
import { Example, Examples } from './example.js';
import { TREND } from './samples.js';

/** Numbers with what belongs to them, and the small drawings. */
export function FigureBlocks() {
  const t = useT(designTexts);
  const f = useFormat();
  return (
    <Examples>
      <Example name="Figures, Figure, Hint, Definition, Meaning" wide>
        <Figures>
          <Figure
            big
            label={t('score')}
            value={f.score(84.2)}
            change={0.1}
            beyondNoise={false}
            note={`[${f.interval(83.5, 85, 1)}]`}
            definition={
              <Definition what={t('scoreWhat')} formula={t('scoreFormula')} n={t('scoreN')} source={t('scoreSource')} />
            }
          />
          <Figure label={t('covered')} value={t('of', { a: 217, b: 240 })} definition={t('scoreN')} />
          <Figure
            label={t('redLines')}
            value={20}
            tone="bad"
            change={-3}
            lessIsBetter
            n={275}
            definition={<Meaning of="openRedLines" />}
          />
          <Figure label={t('empty')} value={<ScoreText value={null} />} definition={<Meaning of="auditScore" />} />
        </Figures>
      </Example>
      <Example name="Change, Sample">
        <Change value={3.1} /> <Change value={-2.4} /> <Change value={0} />
        <span>
          <Change value={0.3} beyondNoise={false} /> <span className="wh-muted wh-small">{t('noise')}</span>
        </span>
        <Sample n={41} />
      </Example>
      <Example name="ScoreBar">
        <div className="wh-stack wh-grow">
          {([92, 74, 58, null] as const).map((value, i) => (
            <div key={i} className="ds-bar">
              <ScoreText value={value} />
              <ScoreBar value={value} mark={80} tone={(['good', 'watch', 'bad', 'neutral'] as const)[i]} />
            </div>
          ))}
        </div>
      </Example>
      <Example name="IntervalBar">
        <div className="wh-stack wh-grow">
          {(
            [
              [91.3, 88, 94],
              [72.4, 66, 79],
              [75, 70, 80],
            ] as const
          ).map(([value, low, high]) => (
            <div key={value} className="ds-bar">
              <ScoreText value={value} />
              <IntervalBar value={value} low={low} high={high} min={60} reference={83.1} />
            </div>
          ))}
        </div>
      </Example>
      <Example name="Sparkline">
        <Sparkline values={TREND.map(({ value }) => value)} />
        <Sparkline values={[80, 81, null, null, 79, 83]} band={{ low: 78, high: 84 }} />
        <Sparkline values={[]} />
      </Example>
    </Examples>
  );
}
