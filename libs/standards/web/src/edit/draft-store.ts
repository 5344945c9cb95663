import type { DraftStore, KeptDraft } from './draft-saver.js';

/** Keeps a draft in this browser, for its member alone: it survives a reload, a crash and the end of the session. */
export function browserStore(memberId: string, versionId: string): DraftStore {
  const key = `wheelhouse.standard-draft.${memberId}.${versionId}`;
  return {
    load() {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<KeptDraft> | null;
        return kept?.body && kept.base && typeof kept.revision === 'number' ? (kept as KeptDraft) : null;
      } catch {
        return null;
      }
    },
    keep(draft) {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        return false; // Storage may be full or forbidden; the text is still on the screen.
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
