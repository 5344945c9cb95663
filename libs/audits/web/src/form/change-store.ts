import type { ChangeStore, Changes } from './save-queue.js';

const PREFIX = 'wheelhouse.audit-changes';
/** How long what is typed may wait to be written, in milliseconds: a burst of keys is written once. */
const WAIT = 250;

/** What is not written yet, of all audits of this page: whoever reads one sees it. */
const unwritten = new Map<string, Changes>();
let timer: ReturnType<typeof setTimeout> | undefined;

function writeSoon(): void {
  if (timer !== undefined) return;
  timer = setTimeout(write, WAIT);
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', write);
}

function write(): void {
  clearTimeout(timer);
  timer = undefined;
  removeEventListener('pagehide', write);
  document.removeEventListener('visibilitychange', write);
  for (const [key, changes] of unwritten) {
    try {
      localStorage.setItem(key, JSON.stringify(changes));
    } catch {
      // Storage may be full or forbidden; the queue still holds the changes.
    }
  }
  unwritten.clear();
}

/**
 * Unacknowledged changes of one person's audit in this browser; silently nothing where storage is forbidden or full.
 * Written a moment after a change, and at once when the page is left or hidden: no later moment is certain then.
 */
export function browserStore(memberId: string, auditId: string): ChangeStore {
  const key = `${PREFIX}.${memberId}.${auditId}`;
  return {
    load() {
      write();
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Changes | null;
        return kept && typeof kept.answers === 'object' && kept.answers !== null ? kept : null;
      } catch {
        return null;
      }
    },
    keep(changes) {
      unwritten.set(key, changes);
      writeSoon();
    },
    clear() {
      unwritten.delete(key);
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing to clear then.
      }
    },
  };
}
