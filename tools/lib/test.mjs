import { Failure } from './failure.mjs';
import { install } from './install.mjs';
import { stopCommands } from './run.mjs';
import { stages } from './stages.mjs';

/** Runs the stages, all of them even when one fails, and ends with `N passed, N failed`. */
export async function main(args) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopCommands();
      process.exit(130);
    });
  }
  const unknown = args.find((a) => a !== '--quick');
  if (unknown) {
    console.error(`Unknown option ${JSON.stringify(unknown)}: npm test knows --quick only.`);
    process.exit(2);
  }
  const total = { passed: 0, failed: 0 };
  const summary = [];
  try {
    await install();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    finish({ passed: 0, failed: 1 });
    return;
  }
  const take = async ({ name, work }) => {
    console.log(`▸ ${name} …`);
    const started = performance.now();
    const { passed, failed, output, note } = await work().catch((error) => {
      return { passed: 0, failed: 1, output: error instanceof Failure ? error.message : error.stack };
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const counts = `${passed} passed, ${failed} failed, ${seconds} s`;
    // A stage that could not do its work says so, and is not counted among those that passed.
    const line = note ? `– ${name}: ${note}, ${seconds} s` : `${failed ? '✘' : '✔'} ${name}: ${counts}`;
    if (failed) console.log(output.trimEnd());
    console.log(line);
    summary.push(line);
    total.passed += passed;
    total.failed += failed;
  };
  for (const lanes of stages(args.includes('--quick'))) {
    await Promise.all(
      lanes.map(async (lane) => {
        for (const stage of lane) await take(stage);
      }),
    );
  }
  console.log(`\n${summary.join('\n')}\n`);
  finish(total);
}

function finish({ passed, failed }) {
  process.exitCode = failed ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed`);
}
