/**
 * `closed`: a request was told “sign in first” and waits for the dialog. `put off`: the reader closed the dialog; reading
 * fails quietly, a change asks again.
 */
export type GateState = 'open' | 'closed' | 'put off';

/**
 * Holds requests while a session that ended is begun anew, so that the page and what was typed on it stay. The server
 * refuses with 401 before it does anything, so each held request, changes too, can be sent again as it was.
 */
export class SessionGate {
  #state: GateState = 'open';
  #round = 0;
  #guards = 0;
  #held: ((again: boolean) => void)[] = [];
  readonly #listeners = new Set<() => void>();

  get state(): GateState {
    return this.#state;
  }

  /** Counts the sessions that were begun anew: who was refused in an older round may simply try again. */
  get round(): number {
    return this.#round;
  }

  /** From now on somebody is signed in and a dialog can ask; returns how to take that back. */
  guard(): () => void {
    this.#guards++;
    return () => {
      this.#guards--;
      if (this.#guards === 0) this.#let(false, 'open');
    };
  }

  /** True once the request may be sent again; false when nobody will sign in for it. */
  async hold(isChange: boolean, round: number): Promise<boolean> {
    if (round !== this.#round) return true;
    if (this.#guards === 0 || (this.#state === 'put off' && !isChange)) return false;
    return await new Promise<boolean>((resolve) => {
      this.#held.push(resolve);
      this.#become('closed');
    });
  }

  /** The dialog is shown again, e.g. from the bar that says that the session has ended. */
  ask(): void {
    if (this.#guards > 0) this.#become('closed');
  }

  /** Signed in again: everything that waited goes on. */
  reopen(): void {
    this.#round++;
    this.#let(true, 'open');
  }

  /** Not now: what waited fails as it would have. */
  putOff(): void {
    this.#let(false, 'put off');
  }

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  #let(again: boolean, state: GateState) {
    const held = this.#held;
    this.#held = [];
    this.#become(state);
    held.forEach((resolve) => resolve(again));
  }

  #become(state: GateState) {
    this.#state = state;
    this.#listeners.forEach((tell) => tell());
  }
}

/** Where requests wait for somebody to sign in again. */
export const sessionGate = new SessionGate();

/** Where changes to what guards an account wait for its owner to prove who that is. */
export const proofGate = new SessionGate();
