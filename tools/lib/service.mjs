import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { root } from './project.mjs';

const STOP_WITHIN_MS = 20_000;
const LOG_LIMIT = 10_000_000;

/**
 * One of our long-running Node processes. Its output goes to a log file; it hears of the end of this process through
 * the IPC channel and then ends itself.
 */
export class Service {
  /** @param {{ name: string, script: string, env: object, logs: string }} options `script` relative to the project */
  constructor({ name, script, env, logs }) {
    this.name = name;
    this.script = path.join(root, script);
    this.env = env;
    this.logFile = path.join(logs, `${name}.log`);
    this.stopping = false;
  }

  /** Starts the process. `exited` resolves with how it ended. */
  start() {
    if (!fs.existsSync(this.script))
      throw new Failure(`${path.relative(root, this.script)} is missing: run npm run build.`);
    const tooBig = (fs.statSync(this.logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT;
    const log = fs.openSync(this.logFile, tooBig ? 'w' : 'a', 0o600);
    this.from = fs.fstatSync(log).size;
    this.startedAt = Date.now();
    this.child = spawn(process.execPath, ['--enable-source-maps', this.script], {
      cwd: root,
      env: { ...process.env, ...this.env },
      stdio: ['ignore', log, log, 'ipc'],
      // A group of its own: Ctrl-C reaches us first, and we end things in their order.
      detached: process.platform !== 'win32',
    });
    fs.closeSync(log);
    const child = this.child;
    this.exited = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
    }).then((how) => {
      if (this.child === child) this.child = undefined;
      return how;
    });
  }

  /** What this run of the process has written. */
  output() {
    const size = fs.statSync(this.logFile).size;
    const from = Math.max(this.from, size - 1_000_000);
    const buffer = Buffer.alloc(Math.max(0, size - from));
    const file = fs.openSync(this.logFile, 'r');
    fs.readSync(file, buffer, 0, buffer.length, from);
    fs.closeSync(file);
    return buffer.toString('utf8');
  }

  lastLines(count = 20) {
    return this.output().trimEnd().split('\n').slice(-count).join('\n');
  }

  /** Asks it to end, insists after a while, resolves when it is gone. Not started again by `keepAlive`. */
  async stop() {
    this.stopping = true;
    const { child } = this;
    if (!child) return;
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.exited;
    clearTimeout(insist);
  }

  /** Starts it again whenever it dies, after 1, 2, 4 … 30 seconds. */
  async keepAlive(say) {
    for (let pause = 1; !this.stopping;) {
      const how = await this.exited;
      if (this.stopping) return;
      if (Date.now() - this.startedAt > 60_000) pause = 1;
      say(`The ${this.name} ended (${how}); starting it again in ${pause} s. Its log: ${this.logFile}`);
      await delay(pause * 1000, undefined, { ref: false });
      pause = Math.min(pause * 2, 30);
      if (!this.stopping) this.start();
    }
  }

  /** Resolves when `isReady` says so; throws when the process ends first or takes too long. */
  async untilReady(isReady, withinMs = 120_000) {
    const until = Date.now() + withinMs;
    let ended;
    void this.exited.then((how) => (ended = how));
    for (;;) {
      if (await isReady()) return;
      if (ended) this.fail(`ended while starting (${ended})`);
      if (Date.now() > until) this.fail(`was not ready within ${withinMs / 1000} seconds`);
      await delay(100);
    }
  }

  fail(what) {
    console.error(this.lastLines());
    throw new Failure(`The ${this.name} ${what}; its last lines are above, all of them in ${this.logFile}.`);
  }
}
