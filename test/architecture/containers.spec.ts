import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { settingNames } from '@wheelhouse/platform-config';
import { registry, startMetrics } from '@wheelhouse/platform-config/telemetry';
import { parse } from 'yaml';
import { read, ROOT } from './sources.js';

/** What holds of the image and of the installation in docker/ without an engine to build them. */
interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  stop_grace_period?: string;
  healthcheck?: { test: string[] };
  [key: string]: unknown;
}
const compose = parse(read('docker/compose.yaml').text, { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
};
const services = Object.entries(compose.services);
const processes = services.filter(([name]) => /^(api|worker)/.test(name)).map(([, service]) => service);
const dockerfile = read('docker/Dockerfile').text;

it('two APIs and two workers run locked down, from one image that no registry is asked for, with settings that exist', () => {
  expect(processes).toHaveLength(3);
  expect(compose.services['worker']).toMatchObject({ deploy: { replicas: 2 } });
  const known = new Set([...settingNames(), 'WHEELHOUSE_APP_PASSWORD_FILE']);
  for (const service of [...processes, compose.services['migrate']])
    expect(Object.keys(service?.environment ?? {}).filter((name) => !known.has(name))).toEqual([]);
  const ofImage = [...dockerfile.matchAll(/^(?:ENV| {4})\s?([A-Z_]+)=/gm)].map(([, name]) => String(name));
  expect(ofImage).toContain('METRICS_PORT');
  expect(ofImage.filter((name) => !known.has(name) && !name.startsWith('NX_'))).toEqual([]);
  for (const service of processes) {
    expect(service).toMatchObject({ image: 'wheelhouse', pull_policy: 'never', read_only: true, cap_drop: ['ALL'] });
    const { SHUTDOWN_DELAY_SECONDS: delay, SHUTDOWN_SECONDS: most } = service.environment ?? {};
    expect(Number.parseInt(service.stop_grace_period ?? '')).toBeGreaterThan(Number(delay) + Number(most) + 2);
    expect(service.secrets).not.toContain('owner-url');
  }
});

it('the database counts as there when it listens to others, not while it only prepares a new volume', () => {
  expect(compose.services['database']?.healthcheck?.test.join(' ')).toContain('pg_isready -h 127.0.0.1');
});

it('every secret is mounted, is made by make-secrets.sh, and lies where nobody else may enter', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-secrets-'));
  fs.copyFileSync(path.join(ROOT, 'docker/make-secrets.sh'), path.join(folder, 'make-secrets.sh'));
  const make = () => execFileSync('sh', [path.join(folder, 'make-secrets.sh')], { encoding: 'utf8' });
  make();
  const made = fs.readdirSync(path.join(folder, 'secrets')).sort();
  const text = (name: string) => fs.readFileSync(path.join(folder, 'secrets', name), 'utf8');
  expect(Object.values(compose.secrets).map(({ file }) => file)).toEqual(
    Object.keys(compose.secrets).map((n) => `secrets/${n}`),
  );
  expect(Object.keys(compose.secrets).sort()).toEqual(made);
  expect([...new Set(services.flatMap(([, { secrets }]) => secrets ?? []))].sort()).toEqual(made);
  expect(fs.statSync(path.join(folder, 'secrets')).mode & 0o077).toBe(0);
  for (const name of ['owner-password', 'app-password', 'metrics-token', 'secret-key'])
    expect(text(name)).toMatch(/^[0-9a-f]{64}$/);
  expect(text('app-url')).toBe(`postgres://wheelhouse_app:${text('app-password')}@database:5432/wheelhouse`);
  expect(make()).toContain('nothing was changed');
  fs.rmSync(folder, { recursive: true });
  expect(read('.dockerignore').text.split('\n')).toEqual(
    expect.arrayContaining(['.wheelhouse', 'docker/secrets', '.git']),
  );
});

it('the image starts files that a build makes, as a user without rights, on a Node that the project takes', () => {
  const started = [dockerfile, read('docker/compose.yaml').text].flatMap(
    (text) => text.match(/apps\/api\/dist\/[\w.]+/g) ?? [],
  );
  expect(new Set(started)).toEqual(new Set(['apps/api/dist/main.js', 'apps/api/dist/worker.main.js']));
  for (const file of started)
    expect(fs.existsSync(path.join(ROOT, file.replace('dist', 'src').replace('.js', '.ts')))).toBe(true);
  expect(compose.services['migrate']?.command).toEqual(['node', 'tools/migrate.mjs']);
  const stages = dockerfile.split(/^FROM /m).slice(1);
  expect(stages.map((stage) => Number(/^node:(\d+)/.exec(stage)?.[1])).every((major) => major >= 20)).toBe(true);
  expect(stages.at(-1)).toMatch(/^USER node$/m);
  expect(stages.at(-1)).toMatch(/^HEALTHCHECK/m);
  expect(stages.at(-1)).not.toMatch(/^RUN/m);
});

it('every alert asks for figures that the processes give, and says what it means and whom it wakes', () => {
  const { groups } = parse(read('docker/alerts.yaml').text) as { groups: { rules: Record<string, unknown>[] }[] };
  const rules = groups.flatMap((group) => group.rules);
  startMetrics();
  const given = new Set(registry.getMetricsAsArray().map(({ name }) => name));
  const asked = rules.flatMap(({ expr }) => String(expr).match(/\b(wheelhouse|nodejs)_\w+/g) ?? []);
  expect(asked.length).toBeGreaterThan(7);
  expect(asked.filter((name) => !given.has(name.replace(/_(bucket|count|sum)$/, '')))).toEqual([]);
  for (const { labels, annotations } of rules) {
    expect(labels).toEqual({ severity: expect.stringMatching(/^(page|ticket)$/) });
    expect(annotations).toEqual({ summary: expect.any(String) });
  }
});

it('without containers, each start gives the embedded database’s roles new passwords; what is sealed keeps its key', async () => {
  const { secrets } = (await import(path.join(ROOT, 'tools/lib/data-folder.mjs'))) as {
    secrets: (folder: string, how?: { renew: boolean }) => Record<string, string>;
  };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-secrets-'));
  const first = secrets(folder, { renew: true });
  expect(secrets(folder)).toEqual(first);
  const second = secrets(folder, { renew: true });
  expect(second['secretKey']).toBe(first['secretKey']);
  for (const name of ['appPassword', 'ownerPassword']) expect(second[name]).not.toBe(first[name]);
  expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  fs.rmSync(folder, { recursive: true });
});
