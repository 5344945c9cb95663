import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verdict } from '../../tools/lib/audit.mjs';
import { ROOT } from './sources.js';

interface Locked {
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

it('what is installed has a checksum and comes from a registry', () => {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  expect(installed.length).toBeGreaterThan(500);
  const loose = installed.filter(
    ([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || /^(git|http:|file:)/.test(resolved ?? ''),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

describe('advisories', () => {
  const via = (severity: string, id: string) => ({ severity, title: 'a hole', url: `https://x.test/${id}` });
  const answer = (...found: object[]) =>
    `npm warn something\n${JSON.stringify({ vulnerabilities: { left: { via: [...found, 'right'] } } }, null, 2)}`;

  it('that are serious fail, once each, unless somebody has looked and said why not', () => {
    const found = answer(via('high', 'GHSA-1'), via('high', 'GHSA-1'), via('critical', 'GHSA-2'), via('low', 'GHSA-3'));
    expect(verdict(found, {})).toMatchObject({ passed: 0, failed: 2 });
    expect(verdict(found, { 'GHSA-1': 'why' })).toMatchObject({ passed: 0, failed: 1 });
    expect(verdict(answer(via('moderate', 'GHSA-3')), {})).toEqual({ passed: 1, failed: 0, output: '' });
  });

  it('that could not be asked for are said to be so, and pass for nothing', () => {
    const mirror = `npm warn\n${JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }, null, 2)}`;
    for (const output of [mirror, 'npm error network', '']) {
      const said = verdict(output, {});
      expect([said.passed, said.failed]).toEqual([0, 0]);
      expect(said.note).toContain('could not ask');
    }
  });
});
