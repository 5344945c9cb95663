import type { StandardBody } from '@wheelhouse/contracts';

/** A draft as it was written here, on top of which revision of the server's. */
export interface KeptDraft {
  revision: number;
  body: StandardBody;
}

/** Where an unsaved draft survives a reload. */
export interface DraftStore {
  load(): KeptDraft | null;
  keep(draft: KeptDraft): void;
  clear(): void;
}

export type DraftState =
  | { kind: 'idle' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** No answer came; it is tried again by itself. */
  | { kind: 'waiting' }
  /** Somebody else saved meanwhile: the reader decides. */
  | { kind: 'stale' }
  | { kind: 'refused'; error: unknown };

export interface DraftSaverOptions {
  /** Saves a body on top of a revision; answers the new revision. */
  save: (draft: KeptDraft) => Promise<number>;
  kindOf: (error: unknown) => 'retry' | 'stale' | 'refused';
  store: DraftStore;
  revision: number;
  onState: (state: DraftState) => void;
  delayMs?: number;
  retryMs?: number;
  now?: () => Date;
}

/**
 * Saves a draft whole, a moment after each change and one request at a time, each on top of the revision that the one
 * before answered. When somebody else saved meanwhile it stops and overwrites nothing.
 */
export class DraftSaver {
  private revision: number;
  private unsaved: StandardBody | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private halted = false;

  constructor(private readonly options: DraftSaverOptions) {
    this.revision = options.revision;
  }

  /** The newest body of this device is to be saved. */
  change(body: StandardBody): void {
    this.unsaved = body;
    this.options.store.keep({ revision: this.revision, body });
    if (this.halted) return;
    this.options.onState({ kind: 'unsaved' });
    this.plan(this.options.delayMs ?? 1_000);
  }

  /** Saves what waits now. */
  async flush(): Promise<void> {
    this.clearTimer();
    if (this.running) await this.running;
    if (!this.unsaved || this.halted) return;
    this.running = this.attempt(this.unsaved).finally(() => (this.running = undefined));
    await this.running;
  }

  /** Goes on after a stop: with this device's text on top of `revision`. */
  resume(revision: number): Promise<void> {
    this.revision = revision;
    this.halted = false;
    return this.flush();
  }

  /** Drops what waits, because the other text goes on or the draft is gone. */
  forget(): void {
    this.clearTimer();
    this.unsaved = null;
    this.options.store.clear();
  }

  /** Stops without saving: the kept text builds on a revision that is no longer the newest. */
  halt(body: StandardBody): void {
    this.unsaved = body;
    this.halted = true;
    this.options.onState({ kind: 'stale' });
  }

  get currentRevision(): number {
    return this.revision;
  }

  private async attempt(body: StandardBody): Promise<void> {
    this.options.onState({ kind: 'saving' });
    try {
      this.revision = await this.options.save({ revision: this.revision, body });
    } catch (error) {
      const kind = this.options.kindOf(error);
      if (kind === 'retry') {
        this.options.onState({ kind: 'waiting' });
        this.plan(this.options.retryMs ?? 5_000);
      } else if (kind === 'stale') {
        this.halted = true;
        this.options.onState({ kind: 'stale' });
      } else this.options.onState({ kind: 'refused', error });
      return;
    }
    if (this.unsaved !== body && this.unsaved) {
      this.options.store.keep({ revision: this.revision, body: this.unsaved });
      this.plan(this.options.delayMs ?? 1_000);
      return;
    }
    this.unsaved = null;
    this.options.store.clear();
    this.options.onState({ kind: 'saved', at: (this.options.now ?? (() => new Date()))() });
  }

  private plan(ms: number): void {
    this.clearTimer();
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private clearTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
