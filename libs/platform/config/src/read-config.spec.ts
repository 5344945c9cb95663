import { afterAll, describe, expect, it } from 'vitest';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AppConfig } from './app-config.js';
import { readConfig, settingNames, SettingsError } from './read-config.js';
import { settingsOf } from './setting.js';

const DATABASE_URL = 'postgres://wheelhouse_app:very-secret@127.0.0.1:5432/wheelhouse';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-config-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as SettingsError).problems;
  }
}
const file = (name: string, text: string) => {
  const full = path.join(folder, name);
  fs.writeFileSync(full, text);
  return full;
};

describe('settings', () => {
  it('have defaults for all but the database, and texts become what they stand for', () => {
    const config = readConfig({
      DATABASE_URL,
      PORT: '8080',
      WHEELHOUSE_DEMO: 'yes',
      TRUST_PROXY: '10.0.0.0/8, loopback',
    });
    expect(config).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', WHEELHOUSE_DEMO: true, LOG_LEVEL: 'info' });
    expect(config.trustedProxies).toEqual(['10.0.0.0/8', 'loopback']);
    expect(config.unknown).toEqual([]);
    expect(readConfig({ DATABASE_URL, PORT: '' }).PORT).toBe(3000);
  });

  it('that are wrong are listed all at once: variable, value and an example, and never a secret', () => {
    const problems = problemsOf({
      PORT: '80a',
      NODE_ENV: 'staging',
      SMTP_URL: 'mail.example.com:s3cret-word',
      WHEELHOUSE_DEMO: 'maybe',
      METRICS_TOKEN: 'short',
      WHEELHOUSE_DEMOO: 'true',
    });
    expect(problems).toEqual([
      expect.stringMatching(/^DATABASE_URL is missing: it must be an address of PostgreSQL, for example DATABASE_URL=/),
      expect.stringMatching(/^PORT="80a" must be an integer number, for example PORT=3000$/),
      expect.stringMatching(/^NODE_ENV="staging" must be one of .*, for example NODE_ENV=production$/),
      expect.stringMatching(/^METRICS_TOKEN \(hidden\) must be longer than or equal to 16 characters/),
      expect.stringMatching(/^SMTP_URL \(hidden\) must begin with smtp:\/\/ or smtps:\/\//),
      expect.stringMatching(/^WHEELHOUSE_DEMO="maybe" must be a boolean value, for example WHEELHOUSE_DEMO=false$/),
      'WHEELHOUSE_DEMOO is not a setting of this version; did you mean WHEELHOUSE_DEMO?',
    ]);
    expect(problems.join()).not.toMatch(/s3cret-word|short"/);
  });

  it('with a name that nothing reads are named, but not those that container platforms make', () => {
    const { unknown } = readConfig({
      DATABASE_URL,
      WHEELHOUSE_COLOUR: 'red',
      WHEELHOUSE_DATA_DIR: '/data',
      WHEELHOUSE_SERVICE_HOST: '10.0.0.1',
      WHEELHOUSE_PORT_3000_TCP_ADDR: '10.0.0.1',
    });
    expect(unknown).toEqual(['WHEELHOUSE_COLOUR is not a setting of this version and has no effect.']);
  });

  it('that are secret may come from a file', () => {
    expect(readConfig({ DATABASE_URL_FILE: file('url', `${DATABASE_URL}\n`) }).DATABASE_URL).toBe(DATABASE_URL);
    expect(problemsOf({ DATABASE_URL_FILE: path.join(folder, 'none') })).toEqual([
      expect.stringMatching(/^DATABASE_URL_FILE=.*none cannot be read \(ENOENT\)/),
    ]);
    expect(problemsOf({ DATABASE_URL_FILE: file('empty', '\n') })).toEqual([expect.stringContaining('an empty file')]);
    expect(problemsOf({ DATABASE_URL, DATABASE_URL_FILE: file('two', DATABASE_URL) })).toEqual([
      'DATABASE_URL_FILE is given and DATABASE_URL too: give one of them.',
    ]);
  });

  it('each say an example that is itself right', () => {
    const settings = [...settingsOf(AppConfig)];
    expect(settings.filter(([, { example }]) => example === '…')).toEqual([]);
    expect(problemsOf(Object.fromEntries(settings.map(([name, { example }]) => [name, example])))).toEqual([]);
  });

  it('are all in docs/operations.md, and nothing else is in its list', () => {
    const docs = fs.readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
    const chapter = docs.split('\n## ').find((text) => text.startsWith('Settings')) ?? '';
    const listed = new Set(
      [...chapter.matchAll(/^\| (`[^|]+?) +\|/gm)].flatMap(([, cell]) => cell?.match(/[A-Z][A-Z_]+[A-Z]/g) ?? []),
    );
    const ofProcesses = settingNames().filter((name) => !name.endsWith('_FILE'));
    const ofCommands = ['WHEELHOUSE_DATA_DIR', 'WHEELHOUSE_APP_PASSWORD'];
    expect([...listed].sort()).toEqual([...ofProcesses, ...ofCommands].sort());
    for (const name of settingNames().filter((each) => each.endsWith('_FILE')))
      expect([name, chapter.includes(`\`${name}\``)]).toEqual([name, true]);
  });
});
