import type { ChangeStore, Changes } from './save-queue.js';

const PREFIX = 'wheelhouse.audit-changes';

/** Unacknowledged changes of one person's audit in this browser; silently nothing where storage is forbidden or full. */
export function browserStore(memberId: string, auditId: string): ChangeStore {
  const key = `${PREFIX}.${memberId}.${auditId}`;
  return {
    load() {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Changes | null;
        return kept && typeof kept.answers === 'object' && kept.answers !== null ? kept : null;
      } catch {
        return null;
      }
    },
    keep(changes) {
      try {
        localStorage.setItem(key, JSON.stringify(changes));
      } catch {
        // Storage may be full or forbidden; the queue still holds the changes.
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
