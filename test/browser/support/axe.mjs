import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** The same axe-core that its Playwright binding runs; brought into a page once, however often it is asked there. */
const { source } = createRequire(require.resolve('@axe-core/playwright'))('axe-core');

/** Rows are alike: of long tables and lists only the first ones are looked at, else a ranking takes half a minute. */
const FURTHER_ROWS = [
  'tbody > tr:nth-child(n + 8)',
  '[role="row"]:nth-child(n + 8)',
  'ul > li:nth-child(n + 12)',
  'ol > li:nth-child(n + 12)',
  'option:nth-child(n + 4)',
];

/** Asks axe in a page as it stands. `only`: these rules and no others. A mail's frame lets no script in: left out. */
export async function axeFindings(page, only) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return await page.evaluate(
    async ({ only, rows }) => {
      const grave = (impact) => impact === 'serious' || impact === 'critical';
      // Rules of less weight could never fail, so they need not run.
      const ran = window.axe._audit.rules.filter(
        ({ impact, enabled, tags }) => grave(impact) && enabled && !tags.includes('experimental'),
      );
      const rules = only ?? ran.map(({ id }) => id);
      const { violations } = await window.axe.run(
        { exclude: [['iframe'], ...rows.map((row) => [row])] },
        { resultTypes: ['violations'], iframes: false, elementRef: false, runOnly: { type: 'rule', values: rules } },
      );
      return violations
        .filter(({ impact }) => grave(impact))
        .map(({ id, nodes }) => {
          const some = nodes
            .slice(0, 3)
            .map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`);
          return `${id}, ${nodes.length}×: ${some.join(' | ')}`;
        });
    },
    { only, rows: FURTHER_ROWS },
  );
}

/** No serious or critical finding of axe. */
export async function checkAxe(page) {
  assert.deepEqual(await axeFindings(page), [], 'axe: serious or critical');
}

/** What another theme or size may change for a page that axe has judged: its colours. */
export async function checkContrast(page) {
  assert.deepEqual(await axeFindings(page, ['color-contrast', 'link-in-text-block']), [], 'axe: contrast');
}
