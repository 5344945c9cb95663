import type { StandardBody } from '@wheelhouse/contracts';
import { Icon } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { formTexts } from './form.texts.js';
import type { FormStep } from './form-progress.js';

/** The name of a screen. */
export function useStepTitle(form: StandardBody) {
  const t = useT(formTexts);
  const f = useFormat();
  return (step: Pick<FormStep, 'id' | 'kind'>) =>
    step.kind === 'visit'
      ? t('visitTitle')
      : step.kind === 'review'
        ? t('reviewTitle')
        : f.text(form.sections.find(({ id }) => id === step.id));
}

/** All screens with what is done in each; the present one is marked. */
export function StepList({
  form,
  steps,
  current,
  onGo,
}: {
  form: StandardBody;
  steps: FormStep[];
  current: string;
  onGo: (step: string) => void;
}) {
  const t = useT(formTexts);
  const title = useStepTitle(form);
  return (
    <ol className="au-steps" aria-label={t('sections')}>
      {steps.map((step) => {
        const done = step.total > 0 && step.done === step.total;
        return (
          <li key={step.id}>
            <button type="button" aria-current={step.id === current ? 'step' : undefined} onClick={() => onGo(step.id)}>
              <span
                className={`au-steps__mark${done ? ' is-done' : step.done > 0 ? ' is-begun' : ''}`}
                aria-hidden="true"
              >
                {done && <Icon name="check" size={14} />}
              </span>
              <span className="wh-grow">{title(step)}</span>
              {step.total > 0 && (
                <span className="wh-muted wh-small">
                  <span aria-hidden="true">
                    {step.done}/{step.total}
                  </span>
                  <span className="wh-sr">{t('progress', { done: step.done, total: step.total })}</span>
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** One dot for each screen: open, begun, done; the present one is wider. */
export function StepDots({ steps, current }: { steps: FormStep[]; current: string }) {
  return (
    <span className="au-dots" aria-hidden="true">
      {steps.map((step) => {
        const done = step.total > 0 && step.done === step.total;
        const state = done ? 'is-done' : step.done > 0 ? 'is-begun' : '';
        return <i key={step.id} className={`${state}${step.id === current ? ' is-here' : ''}`} />;
      })}
    </span>
  );
}
