/** A worker that takes one job, says so and never finishes: to be killed by a test. Runs the built library. */
import { JobsService } from '../../dist/index.js';

const [connectionString, queue] = process.argv.slice(2);
const service = new JobsService({ connectionString, role: 'worker', pollingIntervalSeconds: 0.5 });
await service.onModuleInit();
await service.work(queue, async () => {
  process.send?.('taken');
  await new Promise(() => undefined);
});
process.on('disconnect', () => process.exit());
