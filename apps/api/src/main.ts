import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { readConfig } from '@wheelhouse/platform-config';
import { schemaProblems } from '@wheelhouse/platform-db';
import { createHttpApp } from '@wheelhouse/platform-http';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { migrationNames } from './health.controller.js';
import { serveOpenApi } from './open-api.js';
import { refuseToStart, stopWithParent } from './process.js';
import { serveWeb } from './serve-web.js';

/** The HTTP process. It refuses to start on a schema that lacks a migration or a policy. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createHttpApp(
    AppModule.api(config),
    new ConsoleLogger({ json: true, logLevels: ['log', 'warn', 'error'] }),
  );
  const problems = await schemaProblems(app.get(DataSource), migrationNames());
  if (problems.length > 0) throw new Error(problems.join('; '));
  serveOpenApi(app);
  if (config.WEB_DIST) await serveWeb(app, config.WEB_DIST);
  await app.listen({ port: config.PORT, host: config.HOST });
  stopWithParent(app);
  process.send?.({ address: await app.getUrl() });
}

start().catch(refuseToStart);
