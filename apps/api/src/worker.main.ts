import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@wheelhouse/platform-config';
import { createLogger, HouseLogger, startTracing } from '@wheelhouse/platform-config/telemetry';
import { AppModule } from './app.module.js';
import { endInOrder, listenForOperators, prepare, refuseToStart } from './process.js';

/** The worker process: schedules tick here, jobs are done here. Start more of them to go faster. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger('worker', config.LOG_LEVEL);
  await startTracing('worker', config, log);
  const app = await NestFactory.createApplicationContext(AppModule.worker(config), {
    logger: new HouseLogger(log),
    abortOnError: false,
  });
  await prepare(app, log);
  endInOrder(app, log);
  const listening = await listenForOperators(app);
  log.info('worker ready');
  process.send?.({ ready: true, ...listening });
}

start().catch(refuseToStart);
