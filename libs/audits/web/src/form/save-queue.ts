import type { Answer, VisitRecord } from '@wheelhouse/contracts';

type Change = Answer | null;

/** What was changed and is not yet acknowledged by the server. Null takes an answer back. */
export interface Changes {
  answers: Record<string, Change>;
  /** What each of these answers was on the server, as far as this device knows. */
  before?: Record<string, Change>;
  /** Changed here and on another device: kept, and not sent before a person has decided. */
  held?: Record<string, Change>;
  /** The whole record, when any of its replies changed. */
  visitRecord?: VisitRecord;
  visitDate?: string;
}

/** Where unacknowledged changes survive a reload. */
export interface ChangeStore {
  load(): Changes | null;
  keep(changes: Changes): void;
  clear(): void;
}

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** No answer came; it is tried again by itself. */
  | { kind: 'waiting'; count: number }
  /** The server said no; it is tried again when something changes or when asked to. */
  | { kind: 'refused'; count: number; error: unknown };

export interface SaveQueueOptions {
  /** Answers which answers were not taken because they had been changed on another device, and what they are there. */
  send: (changes: Omit<Changes, 'held'>) => Promise<Record<string, Change> | undefined>;
  /** True when the same may work later: no connection, a failing server. */
  retryable: (error: unknown) => boolean;
  store: ChangeStore;
  onState: (state: SaveState) => void;
  /** Which answers are held, whenever that changes. */
  onHeld?: (held: Record<string, Change>) => void;
  /** Quiet time before a change is sent, in milliseconds. */
  delayMs?: number;
  now?: () => Date;
}

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** Number of answers (and visit fields as one) in some changes. */
export function countChanges({ answers, visitRecord, visitDate }: Changes): number {
  return Object.keys(answers).length + (visitRecord ? 1 : 0) + (visitDate ? 1 : 0);
}

const without = <T>(record: Record<string, T>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));

const filled = (record: Record<string, Change> | undefined) => record !== undefined && Object.keys(record).length > 0;

/**
 * Sends what changed, a moment after each change and one request at a time. Nothing is forgotten before the server has
 * acknowledged it: changes stay in the store, are sent again with growing pauses when no answer came, and what was
 * changed again while a request was under way stays for the next one. An answer that another device has changed meanwhile
 * is held until a person has decided.
 */
export class SaveQueue {
  private pending: Changes;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private failures = 0;
  private stopped = false;
  private closed = false;
  private readonly delayMs: number;
  private readonly now: () => Date;

  constructor(private readonly options: SaveQueueOptions) {
    this.pending = options.store.load() ?? { answers: {} };
    this.delayMs = options.delayMs ?? 600;
    this.now = options.now ?? (() => new Date());
  }

  /** What still waits, e.g. from before a reload. */
  get waiting(): Changes {
    return this.pending;
  }

  /** Adds changes; a later change of the same answer replaces the earlier one, but not what it was before that. */
  change({ answers = {}, before, ...rest }: Partial<Omit<Changes, 'held'>>): void {
    const believed = { ...before, ...this.pending.before };
    this.pending = {
      ...this.pending,
      ...rest,
      answers: { ...this.pending.answers, ...answers },
      ...(filled(believed) ? { before: believed } : {}),
    };
    this.release(Object.keys(answers));
    this.options.store.keep(this.pending);
    this.stopped = false;
    this.plan(this.delayMs);
  }

  /** Forgets held answers: somebody decided for what the other device says. */
  drop(itemId: string): void {
    this.release([itemId]);
    this.keep();
  }

  private release(itemIds: readonly string[]): void {
    const { held, ...rest } = this.pending;
    if (!held || !itemIds.some((id) => Object.hasOwn(held, id))) return;
    const left = without(held, itemIds);
    this.pending = filled(left) ? { ...rest, held: left } : rest;
    this.options.onHeld?.(left);
  }

  private keep(): void {
    if (countChanges(this.pending) > 0 || filled(this.pending.held)) this.options.store.keep(this.pending);
    else this.options.store.clear();
  }

  /** Sends what waits now; resolves when nothing waits or the attempt failed. */
  async flush(): Promise<void> {
    this.clearTimer();
    if (this.running) await this.running;
    if (countChanges(this.pending) === 0 || this.stopped) return;
    this.running = this.attempt().finally(() => (this.running = undefined));
    await this.running;
  }

  /** Begins to send what waits, also after `close`. */
  open(): Promise<void> {
    this.closed = false;
    return this.flush();
  }

  /** Tries again after a refusal. */
  retry(): Promise<void> {
    this.stopped = false;
    return this.flush();
  }

  /** Sends once more and plans nothing further; with `forget` what waits is dropped: it was submitted or discarded. */
  async close(forget = false): Promise<void> {
    this.closed = true;
    this.clearTimer();
    if (!forget) return this.flush();
    this.stopped = true;
    if (this.running) await this.running;
    this.pending = { answers: {} };
    this.options.store.clear();
  }

  private async attempt(): Promise<void> {
    const { held: _held, ...batch } = this.pending;
    this.options.onState({ kind: 'saving' });
    let conflicts: Record<string, Change>;
    try {
      conflicts = (await this.options.send(batch)) ?? {};
    } catch (error) {
      this.failed(error);
      return;
    }
    this.failures = 0;
    this.acknowledge(batch, conflicts);
    if (countChanges(this.pending) > 0) this.plan(this.delayMs);
    else this.options.onState({ kind: 'saved', at: this.now() });
  }

  private acknowledge(batch: Changes, conflicts: Record<string, Change>): void {
    const left = this.pending;
    const answers = Object.fromEntries(
      Object.entries(left.answers).filter(([id, answer]) => batch.answers[id] !== answer),
    );
    const server = { ...left.before, ...batch.answers, ...conflicts };
    const before = Object.fromEntries(
      Object.keys(answers).flatMap((id): [string, Change][] =>
        Object.hasOwn(server, id) ? [[id, server[id] ?? null]] : [],
      ),
    );
    const lost = Object.keys(conflicts).filter((id) => !Object.hasOwn(answers, id));
    const held = { ...left.held, ...Object.fromEntries(lost.map((id) => [id, batch.answers[id] ?? null])) };
    this.pending = {
      answers,
      ...(filled(before) ? { before } : {}),
      ...(filled(held) ? { held } : {}),
      ...(left.visitRecord && left.visitRecord !== batch.visitRecord ? { visitRecord: left.visitRecord } : {}),
      ...(left.visitDate && left.visitDate !== batch.visitDate ? { visitDate: left.visitDate } : {}),
    };
    this.keep();
    if (lost.length > 0) this.options.onHeld?.(held);
  }

  private failed(error: unknown): void {
    const count = countChanges(this.pending);
    if (!this.options.retryable(error)) {
      this.stopped = true;
      this.clearTimer();
      this.options.onState({ kind: 'refused', count, error });
      return;
    }
    this.failures += 1;
    this.options.onState({ kind: 'waiting', count });
    this.plan(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1)));
  }

  private plan(ms: number): void {
    this.clearTimer();
    if (!this.closed) this.timer = setTimeout(() => void this.flush(), ms);
  }

  private clearTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
