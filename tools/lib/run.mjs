import { spawn } from 'node:child_process';
import { root } from './project.mjs';

const running = new Set();

/**
 * Runs a command in the project's folder. `show`: its output goes to ours; otherwise it is collected.
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export async function run(file, args, { show = false, env = {}, cwd = root } = {}) {
  const started = performance.now();
  const windows = process.platform === 'win32';
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    // A group of its own, so that stopping it stops what it started.
    detached: !windows,
    shell: windows && !/[\\/]/.test(file),
  });
  running.add(child);
  let output = '';
  const collect = (stream) => stream?.setEncoding('utf8').on('data', (text) => (output += text));
  collect(child.stdout);
  collect(child.stderr);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += `${error.message}\n`;
      resolve(127);
    });
    child.once('close', (status, signal) => resolve(status ?? (signal ? 143 : 1)));
  });
  running.delete(child);
  return { code, output, seconds: (performance.now() - started) / 1000 };
}

/** Ends every command that `run` started and that is still going. */
export function stopCommands() {
  for (const child of running) {
    try {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGTERM');
    } catch {
      // Gone already.
    }
  }
}

/** A script of an installed package: run it with this Node, no matter what links npm made. */
export function node(script, ...args) {
  return [process.execPath, [script, ...args]];
}
