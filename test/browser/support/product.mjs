import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../tools/lib/free-port.mjs';
import { until } from './until.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The demo takes about a minute on two idle cores; a first build is on top of that. */
const START_MS = 10 * 60_000;
const STOP_MS = 60_000;

/** `npm start` as a person types it, with a data folder and a port of its own. */
export class Product {
  #child;
  #exited;
  #output = '';
  #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-browser-'));
  #family = [];

  /** Starts it and waits until all is usable. Returns its address. */
  async start(...args) {
    const port = await freePort();
    const { DATABASE_URL: _db, SMTP_URL: _mail, NODE_ENV: _mode, NODE_TEST_CONTEXT: _test, ...env } = process.env;
    this.#child = spawn(process.execPath, ['tools/start.mjs', ...args], {
      cwd: root,
      env: { ...env, PORT: String(port), HOST: '127.0.0.1', WHEELHOUSE_DATA_DIR: path.join(this.#folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.#output += text));
    }
    this.#exited = new Promise((resolve) => this.#child.once('exit', (code, signal) => resolve({ code, signal })));
    let over;
    void this.#exited.then((how) => (over = how));
    const address = `http://127.0.0.1:${port}`;
    await until(
      async () => {
        if (over) throw new Error(`it ended by itself (${over.code ?? over.signal}):\n${this.#output}`);
        // The block with the address is printed when API and worker are both up.
        return this.#output.includes(`Wheelhouse runs at ${address}`) && (await fetch(`${address}/health/ready`)).ok;
      },
      () => `it is not ready:\n${this.#output}`,
      { ms: START_MS, everyMs: 500 },
    );
    return address;
  }

  /** Ctrl-C. Rejects unless it ends with 0 and everything it had started is gone. */
  async stopCleanly() {
    this.#family = descendants(this.#child.pid);
    const { code, signal } = await this.stop();
    if (code !== 0) throw new Error(`exit code ${code ?? signal}:\n${this.#output}`);
    await until(
      () => this.#family.filter(alive).length === 0,
      () => `still running: ${this.#family.filter(alive).join(', ')}`,
      { ms: 5_000 },
    );
  }

  /** Ends it whatever state it is in, and removes its folder. Returns how it ended. */
  async stop() {
    if (!this.#child) return { code: null, signal: null };
    this.#child.kill('SIGINT');
    const clock = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS);
    const how = await this.#exited;
    clearTimeout(clock);
    fs.rmSync(this.#folder, { recursive: true, force: true });
    return how;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return !fs.existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Everything that a process has started, itself included. Only known where there is /proc. */
function descendants(pid) {
  const parentOf = new Map();
  if (fs.existsSync('/proc/self/stat')) {
    for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      try {
        const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
        parentOf.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      } catch {
        // Gone in between.
      }
    }
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parentOf) if (parent === one) found.push(child);
  return found;
}
