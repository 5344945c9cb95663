import { openPage } from '../../browser/support/browser.mjs';
import { apiOf } from '../../browser/support/people.mjs';
import { percentile, report } from '../harness.mjs';

const ITEMS = 300;
const KEYS = 60;

/** How long a key takes to be seen, from its event to the paint after it, on a processor `slowdown` times slower. */
export async function typing(browser, { auditor, editor, slowdown }) {
  await formTyping(browser, auditor, slowdown);
  await editorTyping(browser, editor, slowdown);
}

/** A note in the audit form, which is saved by itself meanwhile; it is as it was afterwards. */
async function formTyping(browser, as, slowdown) {
  const [draft] = (await apiOf(as)('/home')).drafts;
  const { form, answers } = await apiOf(as)(`/audits/${draft.id}`);
  const item = form.sections[0].items[0];
  const page = await openPage(browser, { as, size: 'phone' });
  await page.goto(`/audits/${draft.id}/fill?section=${form.sections[0].id}`);
  const card = page.locator(`[id="item-${item.id}"]`);
  await card.waitFor();
  if ((await card.locator('textarea').count()) === 0) await card.locator('footer button').first().click();
  const box = card.locator('textarea').first();
  const before = answers[item.id]?.note ?? '';
  await box.fill('');
  const count = form.sections.reduce((sum, section) => sum + section.items.length, 0);
  await tell(page, box, slowdown, `typing a note in the audit form of ${count} items`);
  await box.fill(before);
  await page.waitForTimeout(3_000);
  await page.context().close();
}

/** The requirement of an item of a standard of 300 items; the draft is discarded afterwards. */
async function editorTyping(browser, as, slowdown) {
  const api = apiOf(as);
  const { items } = await api('/standards');
  const standard = items.find(({ versions }) => versions.every(({ status }) => status !== 'draft'));
  if (!standard) throw new Error('every standard has a draft already');
  const published = standard.versions.find(({ status }) => status === 'published');
  const copy = await api(`/standard-versions/${published.id}/copy`, { method: 'POST', body: {} });
  try {
    const body = longer(copy.body);
    await api(`/standard-versions/${copy.id}`, { method: 'PUT', body: { revision: copy.revision, body } });
    const page = await openPage(browser, { as, size: 'desktop' });
    await page.goto(`/standards/versions/${copy.id}`);
    const row = page.locator('[data-row][data-move="item"]').first();
    await row.waitFor();
    await row.locator('.st-tools__edit').click();
    const box = page.locator('.st-editor textarea').first();
    await tell(page, box, slowdown, `typing a requirement in a standard of ${ITEMS} items`);
    await page.waitForTimeout(3_000);
    await page.context().close();
  } finally {
    await api(`/standard-versions/${copy.id}`, { method: 'DELETE' });
  }
}

/** The same sections with their items again and again, until there are 300. */
function longer(body) {
  const sections = structuredClone(body.sections);
  const originals = body.sections.map(({ items }) => items);
  for (let i = originals.flat().length, turn = 0; i < ITEMS; turn++) {
    for (const [s, section] of sections.entries()) {
      const item = originals[s][turn % originals[s].length];
      if (!item || i >= ITEMS) continue;
      const number = 100 + section.items.length;
      section.items.push({ ...structuredClone(item), id: `${body.code}-${section.id}-${number}` });
      i++;
    }
  }
  return { ...body, sections };
}

async function tell(page, box, slowdown, what) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const took = await type(page, box);
  await page.evaluate(() => {
    const bare = document.createElement('textarea');
    bare.id = 'bare';
    const frame = document.createElement('dialog');
    frame.append(bare);
    document.body.append(frame);
    frame.showModal();
  });
  const floor = await type(page, page.locator('#bare'));
  await page.evaluate(() => document.querySelector('#bare').parentElement.remove());
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  report({
    bench: 'web',
    what,
    cpuSlowdown: slowdown,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    floor: {
      what: 'a field of its own over the same page',
      p50: percentile(floor, 0.5),
      p95: percentile(floor, 0.95),
    },
  });
}

/** Milliseconds for each key. */
async function type(page, box) {
  await box.click();
  await page.evaluate(() => {
    window.__keys = [];
    window.__onKey = (event) => {
      const at = event.timeStamp;
      requestAnimationFrame(() => {
        // A message comes after the paint of the frame that asked for it.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.__keys.push(performance.now() - at);
        port2.postMessage(null);
      });
    };
    addEventListener('keydown', window.__onKey, true);
  });
  const text = 'the guest is greeted within a minute and led to a seat at once '.repeat(2).slice(0, KEYS);
  for (const key of text) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(300);
  return await page.evaluate(() => {
    removeEventListener('keydown', window.__onKey, true);
    return window.__keys;
  });
}
