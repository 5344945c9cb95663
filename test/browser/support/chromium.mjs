import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Unpacks the packaged Chromium into a folder, unless CHROMIUM_PATH names another browser, and tells every file of
 * stories by the environment where it is. On a machine without its few system libraries or without any font
 * configuration it gets those that are packed beside it.
 */
export async function prepareChromium(folder) {
  if (process.env.CHROMIUM_PATH) {
    if (!starts()) throw new Error(`CHROMIUM_PATH: ${process.env.CHROMIUM_PATH} does not run.`);
    return;
  }
  const before = { ...process.env };
  // The package unpacks into the folder for temporary files, and its libraries only where it takes the machine for a
  // bare one; what it sets for itself must not reach the product.
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    before.CHROMIUM_PATH = await packed.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
  const extra = {};
  if (!starts()) extra.LD_LIBRARY_PATH = path.join(folder, 'al2023', 'lib');
  if (!fs.existsSync('/etc/fonts/fonts.conf')) extra.FONTCONFIG_PATH = path.join(folder, 'fonts');
  process.env.WHEELHOUSE_TEST_BROWSER_ENV = JSON.stringify(extra);
  const { status, stderr } = starts(extra, true);
  if (status !== 0) {
    throw new Error(
      `The packaged browser does not run here: ${stderr}. Set CHROMIUM_PATH to an installed Chromium or Chrome.`,
    );
  }
}

function starts(extra = {}, whole = false) {
  const result = spawnSync(process.env.CHROMIUM_PATH, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    env: { ...process.env, ...extra },
  });
  return whole ? result : result.status === 0;
}

/** The environment that the browser runs in. */
export function browserEnv() {
  return { ...process.env, ...JSON.parse(process.env.WHEELHOUSE_TEST_BROWSER_ENV ?? '{}') };
}
