import type { StandardBody } from '@wheelhouse/contracts';

/** A draft as it was written here, on top of which of the server's. */
export interface KeptDraft {
  revision: number;
  /** What the server had at that revision: what both editors began from, if somebody else saves meanwhile. */
  base: StandardBody;
  body: StandardBody;
}

/** Where an unsaved draft survives a reload. */
export interface DraftStore {
  load(): KeptDraft | null;
  /** False when the device could not keep it. */
  keep(draft: KeptDraft): boolean;
  clear(): void;
}

export type DraftState =
  | { kind: 'idle' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** No answer came; it is tried again by itself. `kept`: it would survive a reload. */
  | { kind: 'waiting'; kept: boolean }
  /** Somebody else saved meanwhile: the reader decides. */
  | { kind: 'stale' }
  | { kind: 'refused'; error: unknown };

export interface DraftSaverOptions {
  /** Saves a body on top of a revision; answers the new revision. */
  save: (draft: Pick<KeptDraft, 'revision' | 'body'>) => Promise<number>;
  kindOf: (error: unknown) => 'retry' | 'stale' | 'refused';
  store: DraftStore;
  revision: number;
  base: StandardBody;
  onState: (state: DraftState) => void;
  delayMs?: number;
  keepMs?: number;
  retryMs?: number;
  now?: () => Date;
}

/**
 * Saves a draft whole, a moment after each change and one request at a time, each on top of the revision that the one
 * before answered. When somebody else saved meanwhile it stops and overwrites nothing.
 */
export class DraftSaver {
  private revision: number;
  private base: StandardBody;
  private kept = true;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private unsaved: StandardBody | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private halted = false;

  constructor(private readonly options: DraftSaverOptions) {
    this.revision = options.revision;
    this.base = options.base;
  }

  /** The newest body of this device is to be saved. */
  change(body: StandardBody): void {
    this.unsaved = body;
    // A moment later, so that each letter of a long standard does not write it all.
    this.keepTimer ??= setTimeout(() => this.keep(), this.options.keepMs ?? 250);
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

  /** Puts what is not yet saved down on the device at once: the page may be about to go. */
  keep(): void {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    if (this.unsaved)
      this.kept = this.options.store.keep({ revision: this.revision, base: this.base, body: this.unsaved });
  }

  /** Goes on after a stop: what waits is saved on top of what somebody else saved. */
  resume(revision: number, base: StandardBody): Promise<void> {
    this.revision = revision;
    this.base = base;
    this.halted = false;
    this.keep();
    return this.flush();
  }

  /** Drops what waits, because the other text goes on or the draft is gone. */
  forget(): void {
    this.clearTimer();
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
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

  /** What the server had at the current revision. */
  get currentBase(): StandardBody {
    return this.base;
  }

  /** Whether something waits to be saved. */
  get pending(): boolean {
    return this.unsaved !== null;
  }

  private async attempt(body: StandardBody): Promise<void> {
    this.options.onState({ kind: 'saving' });
    try {
      this.revision = await this.options.save({ revision: this.revision, body });
      this.base = body;
    } catch (error) {
      const kind = this.options.kindOf(error);
      if (kind === 'retry') {
        this.keep();
        this.options.onState({ kind: 'waiting', kept: this.kept });
        this.plan(this.options.retryMs ?? 5_000);
      } else if (kind === 'stale') {
        this.halted = true;
        this.keep();
        this.options.onState({ kind: 'stale' });
      } else {
        this.keep();
        this.options.onState({ kind: 'refused', error });
      }
      return;
    }
    if (this.unsaved !== body && this.unsaved) {
      this.keep();
      this.plan(this.options.delayMs ?? 1_000);
      return;
    }
    this.forget();
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
