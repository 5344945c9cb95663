import { useQueryClient } from '@tanstack/react-query';
import type { StandardBody, StandardVersionResponse } from '@wheelhouse/contracts';
import { api, ApiProblem, useSession } from '@wheelhouse/web-core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DraftSaver, type DraftState, type DraftStore, type KeptDraft } from './draft-saver.js';

function browserStore(memberId: string, versionId: string): DraftStore {
  const key = `wheelhouse.standard-draft.${memberId}.${versionId}`;
  return {
    load() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null;
      } catch {
        return null;
      }
    },
    keep(draft) {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
      } catch {
        // Storage may be full or forbidden; the text is still on the screen.
      }
    },
    clear() {
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing to clear then.
      }
    },
  };
}

function kindOf(error: unknown): 'retry' | 'stale' | 'refused' {
  if (!(error instanceof ApiProblem)) return 'retry';
  if (error.code === 'CONFLICT.STALE') return 'stale';
  return error.status === 0 || error.status === 429 || error.status >= 500 ? 'retry' : 'refused';
}

/** A draft under edit: its text on this device, saved by itself, never over somebody else's. */
export function useDraft(version: StandardVersionResponse) {
  const client = useQueryClient();
  const { memberId } = useSession();
  const path = `/standard-versions/${version.id}`;
  const [store] = useState(() => browserStore(memberId ?? 'none', version.id));
  const [kept] = useState(() => store.load());
  const [state, setState] = useState<DraftState>({ kind: 'idle' });
  const [body, setBody] = useState<StandardBody>(kept?.body ?? version.body);
  const latest = useRef(body);
  const [saver] = useState(
    () =>
      new DraftSaver({
        revision: version.revision,
        store,
        kindOf,
        onState: setState,
        async save(draft) {
          const saved = await api.put<StandardVersionResponse>(path, draft);
          client.setQueriesData({ queryKey: [path] }, saved);
          return saved.revision;
        },
      }),
  );

  useEffect(() => {
    // What was not saved before a reload goes on, unless somebody else's text is newer.
    if (kept && kept.revision < version.revision) saver.halt(kept.body);
    else if (kept) saver.change(kept.body);
    const flush = () => void saver.flush();
    addEventListener('online', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
    // Only once: the version is what the editing began from.
  }, [saver]);

  const change = useCallback(
    (edit: (body: StandardBody) => StandardBody) => {
      latest.current = edit(latest.current);
      setBody(latest.current);
      saver.change(latest.current);
    },
    [saver],
  );
  const newest = () => api.get<StandardVersionResponse>(path);

  return {
    body,
    state,
    change,
    flush: () => saver.flush(),
    retry: () => saver.flush(),
    revision: () => saver.currentRevision,
    forget: () => saver.forget(),
    /** Goes on with this device's text, on top of what somebody else saved. */
    async takeMine() {
      await saver.resume((await newest()).revision);
    },
    /** Goes on with what somebody else saved; this device's text is dropped. */
    async takeTheirs() {
      const theirs = await newest();
      saver.forget();
      await saver.resume(theirs.revision);
      latest.current = theirs.body;
      setBody(theirs.body);
      setState({ kind: 'idle' });
      client.setQueriesData({ queryKey: [path] }, theirs);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
