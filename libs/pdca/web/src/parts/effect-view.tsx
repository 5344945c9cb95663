import type { Effect, Measurement, ObjectiveResponse } from '@wheelhouse/contracts';
import { Button, Hint, IntervalBar, ScrollArea, toast } from '@wheelhouse/ui';
import { useFormat, useLocale, useT } from '@wheelhouse/web-core';
import { Explained, Meaning } from '@wheelhouse/web-core/definitions';
import { objectiveTexts } from '../texts/objective.texts.js';
import { changeText, effectSentence, figureText, unitOf } from './effect-sentence.js';
import { TrendChart } from './trend-chart.js';

/** Before against after, in the scope and in the control group, with the sentence to quote. */
export function EffectView({ objective, doFrom }: { objective: ObjectiveResponse; doFrom: string | null }) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const locale = useLocale();
  const effect = objective.measured ?? objective.effect;
  if (!effect) return null;
  const name = f.text(objective.name);
  const sentence = effectSentence({ name, metric: objective.metric, effect, target: objective.target, locale });
  const copy = (text: string) => {
    void navigator.clipboard.writeText(text).then(() => toast({ text: t('effect.copied'), tone: 'good' }));
  };
  return (
    <div className="wh-stack">
      {sentence ? (
        <blockquote className="pdca-quote">
          <p>{sentence}</p>
          {'clipboard' in navigator && (
            <Button variant="quiet" icon="copy" onClick={() => copy(sentence)}>
              {t('effect.copy')}
            </Button>
          )}
        </blockquote>
      ) : (
        <p className="wh-muted">{t('effect.early')}</p>
      )}
      {effect.after && <BeforeAfter effect={effect} objective={objective} />}
      {effect.trend.some((week) => week.value !== null) && (
        <TrendChart objective={objective} trend={effect.trend} doFrom={doFrom} />
      )}
    </div>
  );
}

function BeforeAfter({ effect, objective }: { effect: Effect; objective: ObjectiveResponse }) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const unit = unitOf(objective.metric);
  const { before, after, control } = effect;
  const known = [before, after, control?.before, control?.after].filter((one): one is Measurement => Boolean(one));
  const lowest = Math.min(objective.target ?? 100, ...known.map((one) => one.low ?? one.value));
  const highest = Math.max(objective.target ?? 0, ...known.map((one) => one.high ?? one.value));
  const min = Math.max(0, Math.floor((lowest - 2) / 10) * 10);
  const max = Math.min(100, Math.ceil((highest + 2) / 10) * 10);
  const row = (when: 'before' | 'after', one: Measurement | null, scope: boolean) => (
    <tr className={scope ? undefined : 'is-control'}>
      <th scope="row">{t(`effect.${when}`)}</th>
      {one ? (
        <>
          <td className="pdca-effect__bar">
            <IntervalBar
              value={one.value}
              low={one.low}
              high={one.high}
              min={min}
              max={max}
              reference={scope ? objective.target : null}
              tone={scope ? 'accent' : 'neutral'}
            />
          </td>
          <td className="wh-num pdca-effect__value">{figureText(one.value, unit)}</td>
          <td className="wh-num pdca-effect__range">[{f.interval(one.low, one.high, unit === 'percent' ? 0 : 1)}]</td>
          <td className="wh-num">{f.number(one.n)}</td>
          <td className="pdca-effect__days">{f.range(one.from, one.to)}</td>
        </>
      ) : (
        <td colSpan={5} className="wh-muted">
          {t('effect.none')}
        </td>
      )}
    </tr>
  );
  const change = (value: number | null, low: number | null, high: number | null) => (
    <span className="wh-small">
      {' '}
      · {t('effect.change')} <strong>{changeText(value, unit)}</strong>
      {low !== null && high !== null && ` [${changeText(low, unit)} … ${changeText(high, unit)}]`}
    </span>
  );
  return (
    <ScrollArea label={`${t('effect.before')} · ${t('effect.after')}`}>
      <table className="wh-table pdca-effect">
        <thead>
          <tr>
            <th scope="col">{t('effect.who')}</th>
            <th scope="col" className="pdca-effect__bar">
              <span className="pdca-effect__scale" aria-hidden="true">
                <span>{min}</span>
                <span>{max}</span>
              </span>
            </th>
            <th scope="col" className="wh-num">
              {t('effect.value')}
            </th>
            <th scope="col" className="wh-num pdca-effect__range">
              {t('effect.interval')}
            </th>
            <th scope="col" className="wh-num">
              <Explained label={t('effect.n')} of="sample" />
            </th>
            <th scope="col" className="pdca-effect__days">
              {t('effect.days')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="pdca-effect__group">
            <th scope="rowgroup" colSpan={6}>
              {t('effect.scope')}
              <Hint label={t('effect.scope')}>
                <Meaning of="effect" />
              </Hint>
              {change(effect.change, effect.changeLow, effect.changeHigh)}
            </th>
          </tr>
          {row('before', before, true)}
          {row('after', after, true)}
          <tr className="pdca-effect__group">
            <th scope="rowgroup" colSpan={6}>
              {t('effect.control')}
              <Hint label={t('effect.control')}>
                <Meaning of="control" />
              </Hint>
              {control && change(control.change, null, null)}
            </th>
          </tr>
          {control ? (
            <>
              {row('before', control.before, false)}
              {row('after', control.after, false)}
            </>
          ) : (
            <tr>
              <td colSpan={6} className="wh-muted">
                {t('effect.noControl')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollArea>
  );
}
