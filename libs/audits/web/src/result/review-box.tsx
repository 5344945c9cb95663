import type { AuditResponse, ReviewAuditBody } from '@wheelhouse/contracts';
import { isInvalidated } from '@wheelhouse/audits-domain';
import { Button, FormField, Notice, Section, TextArea } from '@wheelhouse/ui';
import { api, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { resultTexts } from './result.texts.js';

/** What quality control decided, if it has. */
export function ReviewOutcome({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const f = useFormat();
  if (!audit.review) return null;
  const approved = audit.review.decision === 'approved';
  return (
    <Notice tone={approved ? 'info' : 'watch'}>
      <p>{t(approved ? 'reviewedApproved' : 'reviewedRejected', { date: f.dateTime(audit.review.at) })}</p>
      {audit.review.comment && <p className="au-quote">{audit.review.comment}</p>}
    </Notice>
  );
}

/** Approves a mystery shop, or sends it back with a comment. */
export function ReviewBox({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const navigate = useNavigate();
  const [comment, setComment] = useState('');
  const [asked, ask] = useState(false);
  const review = useSave((body: ReviewAuditBody) => api.post(`/audits/${audit.id}/review`, body), {
    changes: ['/audits', '/home', '/waves', '/assignments'],
    done: (_, { decision }) => t(decision === 'approve' ? 'approved' : 'rejected'),
    // Sent back, it is the shopper's draft again and no longer the reviewer's to read.
    onDone: (_, { decision }) => decision === 'reject' && void navigate('/'),
    quiet: true,
  });
  const invalid = isInvalidated(audit.form.visit_record_unscored ?? [], audit.visitRecord);
  const decide = (decision: ReviewAuditBody['decision']) => {
    const said = comment.trim();
    if (decision === 'reject' && said === '') return ask(true);
    review.mutate({ decision, ...(said ? { comment: said } : {}) });
  };
  return (
    <Section title={t('review')} lead={t('reviewLead')}>
      <div className="wh-stack">
        {invalid && <Notice tone="watch">{t('invalid')}</Notice>}
        <FormField
          label={t('comment')}
          hint={t('commentHint')}
          problem={
            review.problem?.field('comment') ?? (asked && comment.trim() === '' ? t('commentNeeded') : undefined)
          }
        >
          {(bind) => (
            <TextArea {...bind} maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} />
          )}
        </FormField>
        <FormProblem problem={review.problem} shown={['comment']} />
        <div className="wh-row">
          <Button
            variant="primary"
            icon="check"
            disabled={invalid}
            busy={review.isPending}
            onClick={() => decide('approve')}
          >
            {t('approve')}
          </Button>
          <Button variant="danger" busy={review.isPending} onClick={() => decide('reject')}>
            {t('reject')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
