import 'reflect-metadata';
import { readConfig } from '@wheelhouse/platform-config';
import { createLogger, HouseLogger, startTracing } from '@wheelhouse/platform-config/telemetry';
import { createHttpApp } from '@wheelhouse/platform-http';
import { AppModule } from './app.module.js';
import { serveOpenApi } from './open-api.js';
import { endInOrder, listenForOperators, prepare, refuseToStart } from './process.js';
import { serveDocs } from './serve-docs.js';
import { serveWeb } from './serve-web.js';

/** The HTTP process. It refuses to start on a schema that lacks a migration or a policy. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger('api', config.LOG_LEVEL);
  await startTracing('api', config, log);
  const http = { trustProxy: config.trustedProxies, waitingMost: config.DATABASE_QUEUE, requestLog: log };
  const app = await createHttpApp(AppModule.api(config), new HouseLogger(log), http);
  await prepare(app, log);
  serveOpenApi(app);
  serveDocs(app.getHttpAdapter().getInstance());
  if (config.WEB_DIST) await serveWeb(app, config.WEB_DIST);
  endInOrder(app, log);
  await app.listen({ port: config.PORT, host: config.HOST });
  const listening = await listenForOperators(app);
  process.send?.({ address: await app.getUrl(), ...listening });
}

start().catch(refuseToStart);
