import { useQueryClient } from '@tanstack/react-query';
import type { StandardBody, StandardVersionResponse } from '@wheelhouse/contracts';
import { mergeDrafts, type MergeSide } from '@wheelhouse/standards-domain';
import { toast } from '@wheelhouse/ui';
import { api, ApiProblem, useSession, useT } from '@wheelhouse/web-core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { conflictTexts } from './conflict.texts.js';
import { DraftSaver, type DraftState } from './draft-saver.js';
import { browserStore } from './draft-store.js';
import { redo, startHistory, step, undo } from './history.js';

export type Edit = (body: StandardBody) => StandardBody;

function kindOf(error: unknown): 'retry' | 'stale' | 'refused' {
  if (!(error instanceof ApiProblem)) return 'retry';
  if (error.code === 'CONFLICT.STALE') return 'stale';
  return error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500
    ? 'retry'
    : 'refused';
}

/** A draft under edit: its text on this device, saved by itself, never over somebody else's, each step undoable. */
export function useDraft(version: StandardVersionResponse) {
  const client = useQueryClient();
  const { memberId } = useSession();
  const t = useT(conflictTexts);
  const path = `/standard-versions/${version.id}`;
  const [store] = useState(() => browserStore(memberId ?? 'none', version.id));
  const [kept] = useState(() => store.load());
  const [state, setState] = useState<DraftState>({ kind: 'idle' });
  const [history, setHistory] = useState(() => startHistory(kept?.body ?? version.body));
  const latest = useRef(history);
  const [theirs, setTheirs] = useState<StandardVersionResponse | null>(null);
  const [saver] = useState(
    () =>
      new DraftSaver({
        revision: kept?.revision ?? version.revision,
        base: kept?.base ?? version.body,
        store,
        kindOf,
        onState: setState,
        async save(draft) {
          const saved = await api.put<StandardVersionResponse>(path, draft).catch((error: unknown) => {
            // The session ended: what was typed is kept, and goes on after signing in again.
            if (error instanceof ApiProblem && error.status === 401)
              void client.invalidateQueries({ queryKey: ['/auth/session'] });
            throw error;
          });
          client.setQueriesData({ queryKey: [path] }, saved);
          return saved.revision;
        },
      }),
  );
  const newest = useCallback(() => api.get<StandardVersionResponse>(path), [path]);

  useEffect(() => {
    // What was not saved before a reload goes on, unless somebody else's text is newer.
    if (kept && kept.revision < version.revision) saver.halt(kept.body);
    else if (kept) saver.change(kept.body);
    const flush = () => void saver.flush();
    const keep = () => {
      saver.keep();
      flush();
    };
    addEventListener('online', flush);
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      removeEventListener('online', flush);
      removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
    // Only once: the version is what the editing began from.
  }, [saver]);

  const stale = state.kind === 'stale';
  useEffect(() => {
    let here = true;
    if (!stale) setTheirs(null);
    else
      newest().then(
        (found) => here && setTheirs(found),
        () => undefined,
      );
    return () => {
      here = false;
    };
  }, [stale, newest]);

  const to = useCallback((next: typeof history) => {
    latest.current = next;
    setHistory(next);
  }, []);

  // Somebody else saved while nothing was typed here: this page shows it.
  useEffect(() => {
    if (version.revision <= saver.currentRevision || saver.pending || stale) return;
    to(startHistory(version.body));
    saver.forget();
    void saver.resume(version.revision, version.body);
    toast(t('broughtIn', { name: version.editedBy?.name ?? t('somebody') }));
  }, [version, saver, stale, to, t]);

  const actions = useMemo(() => {
    const go = (next: typeof latest.current) => {
      if (next === latest.current) return;
      to(next);
      saver.change(next.now);
    };
    return {
      /** `about` names the field that is typed in, so that typing is taken back as one step. */
      change: (edit: Edit, about?: string) => go(step(latest.current, edit(latest.current.now), Date.now(), about)),
      undo: () => go(undo(latest.current)),
      redo: () => go(redo(latest.current)),
      flush: () => saver.flush(),
      revision: () => saver.currentRevision,
      forget: () => saver.forget(),
      base: () => saver.currentBase,
      /** The text of this moment, also between two renderings. */
      now: () => latest.current.now,
      /** Both texts as one, with a choice for each thing that both changed; it is saved on top of theirs. */
      async merge(other: StandardVersionResponse, choices: Readonly<Record<string, MergeSide>>) {
        const { body } = mergeDrafts(saver.currentBase, latest.current.now, other.body, choices);
        to(step(latest.current, body, Date.now()));
        saver.change(body);
        await saver.resume(other.revision, other.body);
      },
      /** Goes on with what somebody else saved; one step back brings this device's text again. */
      async takeTheirs(other: StandardVersionResponse) {
        to(step(latest.current, other.body, Date.now()));
        saver.forget();
        await saver.resume(other.revision, other.body);
        setState({ kind: 'idle' });
        client.setQueriesData({ queryKey: [path] }, other);
      },
    };
  }, [saver, to, client, path]);

  return {
    ...actions,
    body: history.now,
    state,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /** What somebody else saved meanwhile, once it is known. */
    theirs,
    retry: actions.flush,
  };
}

export type Draft = ReturnType<typeof useDraft>;
