#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { lint } from './lib/lint.mjs';
import { root } from './lib/project.mjs';

const RULE = '@nx/enforce-module-boundaries';
/** Chosen so that no cycle arises: a cycle hides every other violation. */
const CANARIES = [
  { folder: 'libs/kernel/src', imports: '@wheelhouse/platform-mail' },
  { folder: 'libs/scoring/domain/src', imports: 'typeorm' },
];
const REFUSALS = [/can(not|) (only )?depend on/, /is not allowed to import/];

/**
 * The walls of the house are only as good as the rule that guards them, and that rule can fall silent (without Nx's
 * project graph it merely warns). So plant imports that must be refused and see that each is.
 * @returns {Promise<{ passed: number, failed: number, output: string }>}
 */
export async function boundaryCanary() {
  const result = { passed: 0, failed: 0, output: '' };
  const files = CANARIES.map(({ folder }) => path.join(root, folder, 'boundary-canary.ts'));
  let output;
  try {
    CANARIES.forEach(({ imports }, i) => {
      fs.writeFileSync(files[i], `import * as forbidden from '${imports}';\n\nexport const canary = forbidden;\n`);
    });
    ({ output } = await lint('--format=json', ...files));
  } finally {
    for (const file of files) fs.rmSync(file, { force: true });
  }
  for (const [i, { folder, imports }] of CANARIES.entries()) {
    if (refusals(output, files[i]).some((message) => REFUSALS.some((refusal) => refusal.test(message)))) {
      result.passed++;
    } else {
      result.failed++;
      result.output += `${folder} may import ${imports}: ${RULE} said nothing.\n${output}\n`;
    }
  }
  return result;
}

/** What the rule said of a file, read from ESLint's JSON. */
function refusals(output, file) {
  const [list] = /\[\{.*\}\]/s.exec(output) ?? ['[]'];
  const about = JSON.parse(list).find(({ filePath }) => filePath === file);
  return (about?.messages ?? []).filter(({ ruleId }) => ruleId === RULE).map(({ message }) => message);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed, output } = await boundaryCanary();
  if (output) console.error(output);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
