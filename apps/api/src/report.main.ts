import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { displayRound, DomainError } from '@wheelhouse/kernel';
import { readConfig } from '@wheelhouse/platform-config';
import { schemaProblems } from '@wheelhouse/platform-db';
import { errorText } from '@wheelhouse/platform-i18n';
import { ReportByHand, type ReportByHandLine } from '@wheelhouse/reports-api';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { migrationNames } from './readiness.js';

/** `npm run report`: makes the editions of one closed week of one tenant, says what there is now, and ends. */
async function run(): Promise<void> {
  const { tenant, week } = parseArgs({ options: { tenant: { type: 'string' }, week: { type: 'string' } } }).values;
  if (!tenant || !week) throw new Error('Give --tenant <slug> and --week 2026-W46.');
  const logger = new ConsoleLogger({ logLevels: ['error'] });
  const app = await NestFactory.createApplicationContext(AppModule.command(readConfig(process.env)), {
    logger,
    abortOnError: false,
  });
  try {
    const problems = await schemaProblems(app.get(DataSource), migrationNames());
    if (problems.length > 0)
      throw new Error(`The database is not ready (${problems[0]}): npm start brings it up to date.`);
    const lines = await app.get(ReportByHand, { strict: false }).make(tenant, week);
    for (const line of lines) process.stdout.write(`${describe(line)}\n`);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND')
      throw new Error(`There is no active tenant "${tenant}".`);
    throw error;
  } finally {
    await app.close();
  }
}

function describe({ id, period, audience, number, isNew, outlets, score }: ReportByHandLine): string {
  const figure = score === null ? 'no score' : displayRound(score, 1).toFixed(1);
  return `${period}  ${audience.en} ${audience.zh}: edition ${number} ${isNew ? 'made' : 'unchanged'}, ${outlets} outlets, ${figure}  (${id})`;
}

run().catch((error: unknown) => {
  const message = error instanceof DomainError ? errorText(error.code, error.params, 'en') : null;
  process.stderr.write(`${message ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 1;
});
