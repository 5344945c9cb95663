import { useQueryClient } from '@tanstack/react-query';
import type { AuditResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Dialog, Icon, Notice, useIsPhone } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { texts } from '../texts.js';
import { ElsewhereNotice } from './elsewhere-notice.js';
import { formTexts } from './form.texts.js';
import { LiveScore } from './live-score.js';
import { useSwipe } from './use-swipe.js';
import { askedFields, firstOpenStep, nextMissing, stepsOf } from './form-progress.js';
import { ItemCard } from './item-card.js';
import { ReviewStep } from './review-step.js';
import { SaveRefusal, SaveStatus } from './save-status.js';
import { StepDots, StepList, useStepTitle } from './step-list.js';
import { useAuditDraft } from './use-audit-draft.js';
import { useNumberKeys } from './use-number-keys.js';
import { VisitStep } from './visit-step.js';

const CHANGED = ['/home', '/audits', '/assignments', '/waves'];

/**
 * The form: one screen for each section, the score and the way on always in sight, saved at every answer. A mystery
 * shopper sees no score.
 */
export function AuditForm({ audit }: { audit: AuditResponse }) {
  const t = useT(formTexts);
  const tc = useT(texts);
  const f = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const draft = useAuditDraft(audit);
  const { form } = audit;
  const title = useStepTitle(form);
  const phone = useIsPhone();
  const withVisit = audit.scenario !== null || askedFields(form).length > 0;
  const steps = stepsOf(form, draft.missing, withVisit);
  const [params, setParams] = useSearchParams();
  const [begun] = useState(() => firstOpenStep(steps));
  const wanted = params.get('section') ?? begun;
  const at = Math.max(
    0,
    steps.findIndex(({ id }) => id === wanted),
  );
  const step = steps[at] ?? { id: 'review', kind: 'review' as const, total: 0, done: 0 };
  const section = form.sections.find(({ id }) => id === step.id);
  const [sheet, showSheet] = useState(false);
  const [target, aim] = useState<string | null>(null);
  const body = useRef<HTMLElement>(null);
  useNumberKeys(body);

  const submit = useSave(() => draft.submit(), {
    changes: CHANGED,
    done: t('submitted'),
    quiet: true,
    onDone: () => void navigate(`/audits/${audit.id}`, { replace: true }),
  });
  const discard = useSave(
    async () => {
      await api.delete(`/audits/${audit.id}`);
      await draft.forget();
    },
    {
      changes: ['/home', '/assignments'],
      done: t('discarded'),
      onDone: () => {
        void client.invalidateQueries({ queryKey: ['/audits'] });
        void navigate('/', { replace: true });
      },
    },
  );

  const go = (id: string, aimAt: string | null = null) => {
    showSheet(false);
    aim(aimAt);
    setParams({ section: id }, { replace: true, preventScrollReset: true });
  };
  useEffect(() => {
    document.title = `${f.text(audit.outlet.name)} · ${tc(`kind.${audit.kind}`)} · Wheelhouse`;
  }, [audit, f, tc]);
  useEffect(() => {
    const goal = target === null ? null : document.getElementById(`item-${target}`);
    if (goal) {
      goal.focus({ preventScroll: true });
      goal.scrollIntoView({ block: 'center' });
    } else {
      scrollTo(0, 0);
      body.current?.focus({ preventScroll: true });
    }
  }, [step.id, target]);

  const gap = nextMissing(form, draft.missing, step.id);
  const previous = steps[at - 1];
  const next = steps[at + 1];
  const count = draft.missing.count;
  useSwipe(body, { left: next && (() => go(next.id)), right: previous && (() => go(previous.id)) });
  const jump = () => {
    if (!gap) return;
    aim(null);
    requestAnimationFrame(() => go(gap.step, gap.target));
  };

  return (
    <div className="au-form">
      <header className="au-top">
        <Link to="/" className="wh-button wh-button--quiet wh-button--icon" aria-label={t('close')} title={t('close')}>
          <Icon name="left" />
        </Link>
        <button
          type="button"
          className="au-top__title"
          aria-label={`${title(step)}. ${t('showSections')}`}
          onClick={() => showSheet(true)}
        >
          <span className="au-top__outlet">
            {f.text(audit.outlet.name)} · {tc(`kind.${audit.kind}`)}
          </span>
          <span className="au-top__section">
            <span>{title(step)}</span>
            <Icon name="down" size={16} />
          </span>
          <span className="au-top__progress">
            {t('step', { step: at + 1, steps: steps.length })} <StepDots steps={steps} current={step.id} />
          </span>
        </button>
        {audit.kind !== 'mystery_shop' && <LiveScore form={form} draft={draft} />}
      </header>

      <div className="au-layout">
        <nav className="au-aside" aria-label={t('sections')}>
          <StepList form={form} steps={steps} current={step.id} onGo={go} />
          <p className="wh-muted wh-small au-aside__keys">{t('keys')}</p>
          {audit.can.discard && <Discard audit={audit} run={() => discard.mutateAsync()} />}
        </nav>
        <main className="au-body" id="content" ref={body} tabIndex={-1}>
          <h1 className={step.kind === 'review' ? 'au-body__title' : 'wh-sr'}>{title(step)}</h1>
          <SaveRefusal draft={draft} audit={audit} />
          <ElsewhereNotice form={form} draft={draft} onJump={go} />
          {audit.review?.decision === 'rejected' && at === 0 && (
            <Notice tone="watch">
              <strong>{t('reviewComment')}</strong>
              <p className="au-prose">{audit.review.comment}</p>
            </Notice>
          )}
          {step.kind === 'visit' && <VisitStep audit={audit} draft={draft} />}
          {section?.items.map((item) => (
            <ItemCard
              key={item.id}
              form={form}
              item={item}
              answer={draft.answers[item.id]}
              problem={draft.missing.items.get(item.id)}
              onAnswer={draft.setAnswer}
            />
          ))}
          {step.kind === 'review' && <ReviewStep audit={audit} draft={draft} refusal={submit.error} onJump={go} />}
        </main>
      </div>

      <footer className="au-bottom">
        <span className="au-bottom__state">
          {count > 0 ? (
            <button
              type="button"
              className="au-left"
              aria-label={`${t('left', { count })}. ${t('leftJump')}`}
              onClick={jump}
            >
              {t('left', { count })}
            </button>
          ) : (
            <span className="wh-good wh-small">{t('complete')}</span>
          )}
          <span aria-hidden="true">·</span>
          <SaveStatus draft={draft} />
        </span>
        <span className="au-bottom__actions">
          {previous && (
            <Button icon="left" aria-label={t('previous')} title={t('previous')} onClick={() => go(previous.id)} />
          )}
          {next ? (
            <Button variant="primary" onClick={() => go(next.id)}>
              {t(next.kind === 'review' ? 'toReview' : phone ? 'nextShort' : 'next')}
              <Icon name="right" size={18} />
            </Button>
          ) : (
            <Button
              variant="primary"
              disabled={count > 0 || Object.keys(draft.held).length > 0}
              busy={submit.isPending}
              onClick={() => submit.mutate(undefined)}
            >
              {submit.isPending ? t('submitting') : t('submit')}
            </Button>
          )}
        </span>
      </footer>

      <Dialog open={sheet} title={t('sections')} onClose={() => showSheet(false)}>
        <StepList form={form} steps={steps} current={step.id} onGo={go} />
        {audit.can.discard && <Discard audit={audit} run={() => discard.mutateAsync()} />}
      </Dialog>
    </div>
  );
}

function Discard({ audit, run }: { audit: AuditResponse; run: () => Promise<unknown> }) {
  const t = useT(formTexts);
  const f = useFormat();
  return (
    <ConfirmButton
      variant="quiet"
      icon="trash"
      question={t('discardQuestion', { outlet: f.text(audit.outlet.name) })}
      detail={t('discardDetail')}
      confirm={t('discardConfirm')}
      onConfirm={run}
    >
      {t('discard')}
    </ConfirmButton>
  );
}
