import type {
  Answer,
  AuditResponse,
  Answers,
  SubmitAuditBody,
  SubmittedAuditResponse,
  VisitRecord,
} from '@wheelhouse/contracts';
import { compileAnswerCheck } from '@wheelhouse/standards-domain';
import { api, ApiProblem, useSession, useSessionActions } from '@wheelhouse/web-core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { browserStore } from './change-store.js';
import { missingOf, scoreSoFar } from './form-progress.js';
import { SaveQueue, withChanges, type SaveState } from './save-queue.js';

const retryable = (error: unknown) =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;

/** A draft as it stands on this device: answers, what is missing, the score so far, and its way to the server. */
export function useAuditDraft(audit: AuditResponse) {
  const { memberId } = useSession();
  const { refresh } = useSessionActions();
  const [save, setSave] = useState<SaveState>({ kind: 'idle' });
  const [queue] = useState(
    () =>
      new SaveQueue({
        send: (changes) => api.patch(`/audits/${audit.id}`, changes),
        retryable,
        store: browserStore(memberId ?? 'none', audit.id),
        onState: setSave,
      }),
  );
  const [answers, setAnswers] = useState<Answers>(() => withChanges(audit.answers, queue.waiting.answers));
  const [record, setRecord] = useState<VisitRecord>(() => queue.waiting.visitRecord ?? audit.visitRecord);
  const [visitDate, setDate] = useState(() => queue.waiting.visitDate ?? audit.visitDate);
  const latest = useRef({ answers, record, visitDate });
  useEffect(() => {
    latest.current = { answers, record, visitDate };
  }, [answers, record, visitDate]);

  useEffect(() => {
    const flush = () => void queue.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    void queue.open();
    addEventListener('online', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', hidden);
      void queue.close();
    };
  }, [queue]);

  const setAnswer = useCallback(
    (itemId: string, answer: Answer | null) => {
      setAnswers((before) => withChanges(before, { [itemId]: answer }));
      queue.change({ answers: { [itemId]: answer } });
    },
    [queue],
  );
  const setVisit = (fieldId: string, value: VisitRecord[string]) => {
    const next = { ...record, [fieldId]: value };
    setRecord(next);
    queue.change({ visitRecord: next });
  };
  const setVisitDate = (day: string) => {
    setDate(day);
    if (day) queue.change({ visitDate: day });
  };

  const check = useMemo(() => compileAnswerCheck(audit.form), [audit.form]);
  const missing = useMemo(() => missingOf(audit.form, check, answers, record), [audit.form, check, answers, record]);
  const score = useMemo(() => scoreSoFar(audit.form, answers), [audit.form, answers]);

  /** Sends the whole audit; what waited is forgotten once it is acknowledged. */
  const submit = async (): Promise<SubmittedAuditResponse> => {
    await queue.flush();
    const now = latest.current;
    const body: SubmitAuditBody = {
      ...(audit.assignmentId
        ? { assignmentId: audit.assignmentId }
        : { kind: audit.kind, outletId: audit.outlet.id, standardVersionId: audit.standardVersionId }),
      visitDate: now.visitDate,
      answers: now.answers,
      ...(Object.keys(now.record).length > 0 ? { visitRecord: now.record } : {}),
    };
    const submitted = await api.post<SubmittedAuditResponse>(`/audits/${audit.id}/submit`, body);
    await queue.close(true);
    return submitted;
  };

  return {
    answers,
    record,
    visitDate,
    missing,
    score,
    save,
    setAnswer,
    setVisit,
    setVisitDate,
    submit,
    retry: () => void queue.retry(),
    forget: () => queue.close(true),
    signInAgain: () => void refresh(),
  };
}

export type AuditDraft = ReturnType<typeof useAuditDraft>;
