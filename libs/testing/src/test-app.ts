import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppConfig, ConfigModule, readConfig } from '@wheelhouse/platform-config';
import { DatabaseModule } from '@wheelhouse/platform-db';
import { createHttpApp, HttpModule } from '@wheelhouse/platform-http';
import { JobsModule } from '@wheelhouse/platform-jobs';
import { MailModule } from '@wheelhouse/platform-mail';
import { DataSource } from 'typeorm';
import type { Server } from 'node:http';
import { AnswerCheck } from './answer-check.js';
import { TestClock } from './test-clock.js';
import { testDatabase, type TestDatabase } from './test-database.js';

export interface TestAppOptions {
  imports: (Type<unknown> | DynamicModule)[];
  entities: (new () => object)[];
  /** `worker` also works on jobs. */
  role?: 'producer' | 'worker';
  /** Another app on the same database (a second API or worker process). */
  database?: TestDatabase;
  env?: Record<string, string>;
}

export interface TestApp {
  nest: NestFastifyApplication;
  /** For supertest. */
  server: Server;
  clock: TestClock;
  database: TestDatabase;
  /** As the application's role. */
  source: DataSource;
  config: AppConfig;
  /** What answers had that the OpenAPI document does not say; `close` throws when there is any. */
  answers: AnswerCheck;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
}

@Module({})
class TestRoot {}

/** The real application with some features, on a real database of its own. */
export async function startApp({
  imports,
  entities,
  role = 'producer',
  database,
  env = {},
}: TestAppOptions): Promise<TestApp> {
  const db = database ?? (await testDatabase());
  const clock = new TestClock();
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: db.appUrl,
    WHEELHOUSE_SECRET_KEY: 'of-tests-'.repeat(5),
    ...env,
  });
  const root: DynamicModule = {
    module: TestRoot,
    imports: [
      ConfigModule.forRoot(config),
      DatabaseModule.forRoot({ url: db.appUrl, entities, poolSize: 6 }, clock),
      JobsModule.forRoot({ connectionString: db.appUrl, role, pollingIntervalSeconds: 0.5 }),
      MailModule.forRoot({ from: config.MAIL_FROM, smtpUrl: config.SMTP_URL }),
      HttpModule,
      ...imports,
    ],
  };
  const answers = new AnswerCheck();
  const nest = await createHttpApp(root, process.env.TEST_LOG ? console : false, {
    watch: (fastify) => answers.watch(fastify),
  });
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  answers.of(nest);
  return {
    nest,
    server: nest.getHttpServer() as Server,
    clock,
    database: db,
    source: nest.get(DataSource),
    config,
    answers,
    get: (token) => nest.get(token as Type, { strict: false }),
    close: async () => {
      await nest.close();
      if (!database) await db.drop();
      answers.expectNone();
    },
  };
}
