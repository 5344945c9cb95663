import type { SignInRulesResponse } from '@wheelhouse/contracts';
import { Checkbox, ConfirmButton, Section, SkeletonRows } from '@wheelhouse/ui';
import { api, FormProblem, QueryState, useApi, useSave, useT } from '@wheelhouse/web-core';
import { accessTexts } from '../access-texts.js';

const PATH = '/sign-in-rules';

/** Whether everybody needs a second factor; the switch says whom it concerns. */
export function SecondFactorRule() {
  const t = useT(accessTexts);
  const query = useApi<SignInRulesResponse>(PATH);
  const save = useSave((requireSecondFactor: boolean) => api.put(PATH, { requireSecondFactor }), {
    quiet: true,
    changes: [PATH],
    done: (_, on) => t(on ? 'rules.on' : 'rules.off'),
  });
  return (
    <Section title={t('rules.title')} lead={t('rules.lead')}>
      <QueryState query={query} skeleton={<SkeletonRows />}>
        {({ requireSecondFactor, withoutSecondFactor: count }) => (
          <div className="wh-stack">
            <FormProblem problem={save.problem} shown={[]} />
            <p className="wh-small wh-muted">{count > 0 ? t('rules.without', { count }) : t('rules.withoutNone')}</p>
            {requireSecondFactor ? (
              <Checkbox
                label={t('rules.label')}
                checked
                disabled={save.isPending}
                onChange={() => save.mutate(false)}
              />
            ) : (
              <div>
                <ConfirmButton
                  variant="secondary"
                  question={t('rules.question')}
                  detail={t('rules.detail', { count })}
                  confirm={t('rules.confirm')}
                  onConfirm={() => save.mutateAsync(true).catch(() => undefined)}
                >
                  {t('rules.label')}
                </ConfirmButton>
              </div>
            )}
          </div>
        )}
      </QueryState>
    </Section>
  );
}
