#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nx } from './lib/build.mjs';
import { root } from './lib/project.mjs';

const RULE = '@nx/enforce-module-boundaries';
/** Chosen so that no cycle arises: a cycle hides every other violation. */
const CANARIES = [
  { project: '@wheelhouse/kernel', folder: 'libs/kernel/src', imports: '@wheelhouse/platform-mail' },
  { project: '@wheelhouse/scoring-domain', folder: 'libs/scoring/domain/src', imports: 'typeorm' },
];
const REFUSALS = [/can(not|) (only )?depend on/, /is not allowed to import/];

/**
 * The walls of the house are only as good as the rule that guards them, and that rule can fall silent (without Nx's
 * project graph it merely warns). So plant imports that must be refused and see that each is.
 * @returns {Promise<{ passed: number, failed: number, output: string }>}
 */
export async function boundaryCanary() {
  const result = { passed: 0, failed: 0, output: '' };
  for (const { project, folder, imports } of CANARIES) {
    const file = path.join(root, folder, 'boundary-canary.ts');
    let output;
    try {
      fs.writeFileSync(file, `import * as forbidden from '${imports}';\n\nexport const canary = forbidden;\n`);
      ({ output } = await nx('run', `${project}:lint`, '--skip-nx-cache', '--output-style=static'));
    } finally {
      fs.rmSync(file, { force: true });
    }
    const caught = output.includes(RULE) && REFUSALS.some((refusal) => refusal.test(output));
    if (caught) result.passed++;
    else {
      result.failed++;
      result.output += `${project} may import ${imports}: ${RULE} said nothing.\n${output}\n`;
    }
  }
  return result;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed, output } = await boundaryCanary();
  if (output) console.error(output);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
