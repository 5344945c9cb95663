import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@wheelhouse/platform-config';
import { schemaProblems } from '@wheelhouse/platform-db';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { migrationNames } from './health.controller.js';
import { refuseToStart, say, stopWithParent } from './process.js';

/** The worker process: schedules tick here, jobs are done here. Start more of them to go faster. */
async function start(): Promise<void> {
  const logger = new ConsoleLogger({ json: true, logLevels: ['log', 'warn', 'error'] });
  const app = await NestFactory.createApplicationContext(AppModule.worker(readConfig(process.env)), {
    logger,
    abortOnError: false,
  });
  const problems = await schemaProblems(app.get(DataSource), migrationNames());
  if (problems.length > 0) throw new Error(problems.join('; '));
  app.enableShutdownHooks();
  stopWithParent(app);
  say({ msg: 'worker ready' });
}

start().catch(refuseToStart);
