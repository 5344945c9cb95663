import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const DIST = new URL('../../../apps/api/dist/', import.meta.url);
const RESTART_AFTER_MS = 500;

/** One built process of the product under a supervisor that starts it again whenever it ends, as `restart: always` does. */
export class Part {
  /** How often it ended by itself. */
  crashes = 0;
  address = '';
  #wanted = false;
  #child;

  /** @param {{ kind: 'api' | 'worker', name: string, env: () => Record<string, string>, logs: string }} options */
  constructor({ kind, name, env, logs }) {
    Object.assign(this, { kind, name, env });
    this.log = path.join(logs, `${name}.log`);
  }

  /** Starts it; resolves when it is ready. */
  async start() {
    this.#wanted = true;
    const script = fileURLToPath(new URL(this.kind === 'api' ? 'main.js' : 'worker.main.js', DIST));
    const log = fs.openSync(this.log, 'a');
    const base = { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'info' };
    const child = fork(script, [], {
      ...{ execArgv: [], env: { ...base, ...this.env() }, stdio: ['ignore', log, log, 'ipc'] },
    });
    fs.closeSync(log);
    this.#child = child;
    child.once('exit', () => void this.#ended(child));
    await new Promise((resolve) => {
      child.once('message', (said) => {
        if (said.address) this.address = said.address;
        resolve();
      });
      child.once('exit', resolve);
    });
  }

  /** SIGKILL, then what a supervisor does. Resolves when it is ready again. */
  async kill() {
    await this.#end('SIGKILL');
    await delay(RESTART_AFTER_MS);
    await this.start();
  }

  /** Ends it in order and starts it anew, as a deployment does. */
  async replace() {
    await this.#end('SIGTERM');
    await this.start();
  }

  async stop() {
    await this.#end('SIGTERM');
  }

  async #end(signal) {
    this.#wanted = false;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  async #ended(child) {
    if (!this.#wanted || child !== this.#child) return;
    this.crashes++;
    await delay(RESTART_AFTER_MS);
    if (this.#wanted && child === this.#child) await this.start();
  }
}
