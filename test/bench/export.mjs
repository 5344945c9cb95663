import { monitorEventLoopDelay } from 'node:perf_hooks';
import { csvOf } from '../../libs/org/api/dist/export/csv-file.js';
import { xlsxOf } from '../../libs/org/api/dist/export/xlsx-file.js';
import { percentile, report, round } from './harness.mjs';

const OUTLETS = 5_000;
const RUNS = Number(process.env.BENCH_RUNS ?? 5);

/** What the workbook of an export costs the API process: its time, and how long others wait for their turn meanwhile. */
export async function run() {
  const table = tableOf(OUTLETS);
  const workbook = await measured(() => xlsxOf(table));
  const csv = await measured(async () => csvOf(table.headings, table.rows));
  report({
    bench: 'export',
    what: `a workbook of ${OUTLETS} outlets`,
    runs: RUNS,
    ...workbook,
    floor: { what: 'the same as CSV, all at once', ...csv },
  });
}

async function measured(work) {
  const times = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  for (let i = 0; i <= RUNS; i++) {
    // The first run warms up.
    if (i === 1) delay.enable();
    const start = performance.now();
    await work();
    if (i > 0) times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  delay.disable();
  return {
    p50: percentile(times, 0.5),
    worst: percentile(times, 1),
    eventLoopDelay: { p99: round(delay.percentile(99) / 1e6), worst: round(delay.max / 1e6) },
  };
}

function tableOf(count) {
  const columns = 'code,name_en,name_zh,kind,org_unit,peer_group,city_tier,city_en,city_zh,latitude,longitude'.split(
    ',',
  );
  columns.push('time_zone', 'opened_on', 'closed_on', 'attr:area', 'attr:open24', 'attr:phone', 'attr:seats');
  const rows = Array.from({ length: count }, (_, i) => [
    ...[`BN-${i}`, `Bench outlet ${i} & sons`, `${i}号店`, 'tea_shop', `EAST-${i % 12}`, 'P1', '2', 'Hangzhou', '杭州'],
    ...[30 + i / 1e4, 120 + i / 1e4, 'Asia/Shanghai', new Date(Date.UTC(2024, 4, 1 + (i % 28))), null],
    ...[120 + (i % 80), i % 2 === 0, `021-${i}`, i % 40],
  ]);
  return { columns, headings: columns, rows };
}
