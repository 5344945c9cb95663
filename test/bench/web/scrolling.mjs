import { openPage } from '../../browser/support/browser.mjs';
import { percentile, report } from '../harness.mjs';

const ROWS = 5_000;
const STEP = 100;
const STEPS = 150;

/** A report of 5,000 rows: the demo's newest one, whose table's answer is repeated under other names on its way. */
export async function scrolling(browser, { as }) {
  for (const size of ['desktop', 'phone']) {
    const page = await openPage(browser, { as, size });
    await page.route('**/api/v1/reports/*/table', async (route) => {
      const answer = await route.fetch();
      const table = await answer.json();
      await route.fulfill({ response: answer, json: { ...table, rows: repeated(table.rows) } });
    });
    await page.goto('/reports?peer=all');
    const first = size === 'phone' ? '#ranking .rep-rows li' : '#ranking tbody tr[data-row]';
    await page.locator(first).first().waitFor();
    await page.waitForLoadState('networkidle');
    const real = await scroll(page, '#ranking');
    await page.setContent(`<div style="height:${ROWS * 52}px;background:linear-gradient(#eee,#333)"></div>`);
    const floor = await scroll(page, 'div');
    await page.context().close();
    report({
      bench: 'web',
      what: `scrolling a report of ${ROWS} rows, ${size}`,
      longestTask: longest(real.tasks),
      tasksOver50: real.tasks.length,
      frame: percentile(real.frames, 0.5),
      frameP95: percentile(real.frames, 0.95),
      floor: {
        what: 'an empty page as high',
        longestTask: longest(floor.tasks),
        frame: percentile(floor.frames, 0.5),
        frameP95: percentile(floor.frames, 0.95),
      },
    });
  }
}

/** The longest task in milliseconds; what is no longer than 50 is not told by the browser. */
const longest = (tasks) => (tasks.length === 0 ? 'none over 50' : percentile(tasks, 1));

function repeated(rows) {
  const ranked = rows.filter(({ listing }) => listing === 'ranked');
  const rest = rows.filter(({ listing }) => listing !== 'ranked');
  return [
    ...Array.from({ length: ROWS }, (_, i) => ({
      ...ranked[i % ranked.length],
      outletId: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      code: `L${String(i).padStart(5, '0')}`,
      rank: i + 1,
    })),
    ...rest,
  ];
}

async function scroll(page, start) {
  return await page.evaluate(
    async ([from, step, steps]) => {
      document.querySelector(from).scrollIntoView();
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let i = 0; i < 20; i++) await frame();
      const tasks = [];
      const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
      watch.observe({ type: 'longtask' });
      const frames = [];
      let last = await frame();
      for (let i = 0; i < steps; i++) {
        scrollBy(0, step);
        const now = await frame();
        frames.push(now - last);
        last = now;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      watch.disconnect();
      return { tasks, frames };
    },
    [start, STEP, STEPS],
  );
}
