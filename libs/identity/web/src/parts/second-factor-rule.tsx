import type { SignInRulesResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Section, SkeletonRows, StatusTag } from '@wheelhouse/ui';
import { api, FormProblem, QueryState, useApi, useSave, useT } from '@wheelhouse/web-core';
import { Link } from 'react-router';
import { accessTexts } from '../access-texts.js';

const PATH = '/sign-in-rules';

/** Whether everybody needs a second factor, and whom that concerns. */
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
      <QueryState query={query} skeleton={<SkeletonRows rows={1} />}>
        {({ requireSecondFactor, withoutSecondFactor: count }) => (
          <div className="wh-stack">
            <div className="wh-row">
              <StatusTag tone={requireSecondFactor ? 'good' : 'neutral'}>
                {t(requireSecondFactor ? 'rules.asked' : 'rules.choice')}
              </StatusTag>
              <span className="wh-small wh-muted">
                {count > 0
                  ? t(requireSecondFactor ? 'rules.waiting' : 'rules.without', { count })
                  : t('rules.withoutNone')}
              </span>
            </div>
            <FormProblem problem={save.problem} shown={[]} />
            {save.problem?.code === 'SECOND_FACTOR.OWN_FIRST' && <Link to="/profile">{t('rules.toProfile')}</Link>}
            <div>
              {requireSecondFactor ? (
                <Button busy={save.isPending} onClick={() => save.mutate(false)}>
                  {t('rules.stop')}
                </Button>
              ) : (
                <ConfirmButton
                  variant="secondary"
                  question={t('rules.question')}
                  detail={count > 0 ? t('rules.detail', { count }) : t('rules.withoutNone')}
                  confirm={t('rules.confirm')}
                  onConfirm={() => save.mutateAsync(true).catch(() => undefined)}
                >
                  {t('rules.label')}
                </ConfirmButton>
              )}
            </div>
          </div>
        )}
      </QueryState>
    </Section>
  );
}
