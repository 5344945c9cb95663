import { npm } from './install.mjs';

/** Advisories that do no harm here, each with the reason and the day on which it was looked at: `'GHSA-…': 'why, 2026-11-23'`. */
export const ACCEPTED = {};
const SERIOUS = new Set(['high', 'critical']);

/**
 * Asks the registry for advisories about what runs in production. Where it cannot be asked (no network, a mirror without
 * advisories) the stage says so in words and counts as nothing: neither passed nor failed.
 */
export async function audit() {
  const asked = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const { output } = await npm(asked, { show: false });
  return verdict(output);
}

/** What the answer of `npm audit --json` comes to. */
export function verdict(output, accepted = ACCEPTED) {
  const answer = parsed(output);
  if (!answer?.vulnerabilities) {
    const why = answer?.message ?? answer?.error?.summary ?? output.trim().split('\n').at(-1);
    return { passed: 0, failed: 0, output, note: `could not ask the registry for advisories (${why || 'no answer'})` };
  }
  const found = new Map();
  for (const [name, { via }] of Object.entries(answer.vulnerabilities)) {
    for (const { severity, url = '', title } of via.filter((each) => typeof each === 'object')) {
      const id = url.split('/').at(-1);
      if (SERIOUS.has(severity) && !(id in accepted)) found.set(id, `${severity}: ${name}: ${title} (${url})`);
    }
  }
  return { passed: found.size === 0 ? 1 : 0, failed: found.size, output: [...found.values()].join('\n') };
}

/** npm writes warnings before its JSON. */
function parsed(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{\n'), output.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}
