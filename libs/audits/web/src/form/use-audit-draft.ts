import { withChanges } from '@wheelhouse/audits-domain';
import type {
  Answer,
  AuditResponse,
  Answers,
  SavedAuditResponse,
  SubmitAuditBody,
  SubmittedAuditResponse,
  VisitRecord,
} from '@wheelhouse/contracts';
import { compileAnswerCheck } from '@wheelhouse/standards-domain';
import { api, ApiProblem, useSession, useSessionActions, useT } from '@wheelhouse/web-core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { browserStore } from './change-store.js';
import { changedIds } from './elsewhere.js';
import { formTexts } from './form.texts.js';
import { missingOf, scoreSoFar } from './form-progress.js';
import { countChanges, SaveQueue, type SaveState } from './save-queue.js';

const retryable = (error: unknown) =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;

/** A draft as it stands on this device: answers, what is missing, the score so far, and its way to the server. */
export function useAuditDraft(audit: AuditResponse) {
  const t = useT(formTexts);
  const { memberId } = useSession();
  const { refresh } = useSessionActions();
  const [save, setSave] = useState<SaveState>({ kind: 'idle' });
  /** What the server has, as far as this device knows, and the moment that belongs to it. */
  const server = useRef({ answers: audit.answers, seen: audit.updatedAt });
  const [news, setNews] = useState<string[]>([]);
  const [queue] = useState(
    () =>
      new SaveQueue({
        send: async (changes) =>
          take(await api.patch(`/audits/${audit.id}`, { ...changes, seen: server.current.seen }), changes),
        retryable,
        store: browserStore(memberId ?? 'none', audit.id),
        onState: setSave,
        onHeld: setHeld,
      }),
  );
  const [held, keepHeld] = useState(() => queue.waiting.held ?? {});
  const [answers, setAnswers] = useState<Answers>(() =>
    withChanges(audit.answers, { ...queue.waiting.held, ...queue.waiting.answers }),
  );
  const [record, setRecord] = useState<VisitRecord>(() => queue.waiting.visitRecord ?? audit.visitRecord);
  const [visitDate, setDate] = useState(() => queue.waiting.visitDate ?? audit.visitDate);
  const latest = useRef({ answers, record, visitDate });
  useEffect(() => {
    latest.current = { answers, record, visitDate };
  }, [answers, record, visitDate]);

  function setHeld(next: Record<string, Answer | null>) {
    keepHeld(next);
  }

  /** Takes over what a save told: what was changed elsewhere comes here, except where this device has something newer. */
  function take(saved: SavedAuditResponse, sent: { answers: Record<string, Answer | null> }) {
    const { conflicts } = saved;
    const known = saved.answers ?? withChanges(server.current.answers, { ...sent.answers, ...conflicts });
    if (saved.answers) {
      const own = { ...queue.waiting.held, ...queue.waiting.answers, ...sent.answers };
      const foreign = changedIds(server.current.answers, saved.answers).filter((id) => !Object.hasOwn(own, id));
      const changes = Object.fromEntries(foreign.map((id) => [id, saved.answers?.[id] ?? null]));
      setAnswers((before) => withChanges(before, changes));
      setNews((before) => [...new Set([...before, ...foreign])]);
    }
    server.current = { answers: known, seen: saved.updatedAt };
    return conflicts;
  }

  /** Asks whether somebody else changed something, while nothing waits here. */
  const look = useCallback(async () => {
    if (countChanges(queue.waiting) > 0) return queue.flush();
    try {
      const seen = server.current.seen;
      take(await api.patch<SavedAuditResponse>(`/audits/${audit.id}`, { seen }), { answers: {} });
    } catch (error) {
      const over = error instanceof ApiProblem && error.code === 'AUDIT.NOT_DRAFT';
      if (over) setSave({ kind: 'refused', count: 0, error });
    }
  }, [queue, audit.id]);

  useEffect(() => {
    const online = () => void look();
    const seen = () => void (document.visibilityState === 'hidden' ? queue.flush() : look());
    void queue.open();
    addEventListener('online', online);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('online', online);
      document.removeEventListener('visibilitychange', seen);
      void queue.close();
    };
  }, [queue, look]);

  const setAnswer = useCallback(
    (itemId: string, answer: Answer | null) => {
      setAnswers((before) => withChanges(before, { [itemId]: answer }));
      setNews((before) => before.filter((id) => id !== itemId));
      queue.change({ answers: { [itemId]: answer }, before: { [itemId]: server.current.answers[itemId] ?? null } });
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
  /** Decides an answer that was changed here and elsewhere. */
  const decide = (itemId: string, which: 'mine' | 'theirs') => {
    const theirs = server.current.answers[itemId] ?? null;
    if (which === 'mine') return setAnswer(itemId, held[itemId] ?? null);
    queue.drop(itemId);
    setAnswers((before) => withChanges(before, { [itemId]: theirs }));
  };

  const check = useMemo(() => compileAnswerCheck(audit.form), [audit.form]);
  const missing = useMemo(() => missingOf(audit.form, check, answers, record), [audit.form, check, answers, record]);
  const score = useMemo(() => scoreSoFar(audit.form, answers), [audit.form, answers]);

  /** Sends the whole audit; what waited is forgotten once it is acknowledged. */
  const submit = async (): Promise<SubmittedAuditResponse> => {
    await queue.flush();
    if (queue.waiting.held) throw new ApiProblem(409, 'AUDIT.CHANGED_ELSEWHERE', t('decideFirst'));
    const now = latest.current;
    const body: SubmitAuditBody = {
      ...(audit.assignmentId
        ? { assignmentId: audit.assignmentId }
        : { kind: audit.kind, outletId: audit.outlet.id, standardVersionId: audit.standardVersionId }),
      visitDate: now.visitDate,
      answers: now.answers,
      seen: server.current.seen,
      ...(Object.keys(now.record).length > 0 ? { visitRecord: now.record } : {}),
    };
    try {
      const submitted = await api.post<SubmittedAuditResponse>(`/audits/${audit.id}/submit`, body);
      await queue.close(true);
      return submitted;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'AUDIT.CHANGED_ELSEWHERE') await look();
      throw error;
    }
  };

  return {
    ...{ answers, record, visitDate, missing, score, save, news, held },
    theirs: (itemId: string): Answer | null => server.current.answers[itemId] ?? null,
    ...{ setAnswer, setVisit, setVisitDate, decide, submit },
    seenNews: () => setNews([]),
    retry: () => void queue.retry(),
    forget: () => queue.close(true),
    signInAgain: () => void refresh(),
  };
}

export type AuditDraft = ReturnType<typeof useAuditDraft>;
