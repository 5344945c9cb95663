import { newId } from '@wheelhouse/kernel';
import { TenantTransactions } from '@wheelhouse/platform-db';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Installation } from './installation.js';
import { closeWeeks, loadTenant, type TenantStory } from './load-tenant.js';
import { STORIES } from './stories.js';
import { presentDay } from './present-day.js';
import { turnTheWheel } from './turn-the-wheel.js';

export interface DemoSettings {
  /** PostgreSQL as the application role, which everything is loaded as. */
  appUrl: string;
  /** As the owner, who alone may refresh the planner's statistics after a bulk load. */
  ownerUrl: string;
  now: Date;
  /** What is being made, and how far it is (0–1 within the tenant). */
  onProgress?: (what: string, share: number) => void;
}

export interface LoadedDemo {
  /** Loaded now. */
  loaded: boolean;
  /** The demo's accounts exist. */
  present: boolean;
  audits: number;
}

const OPERATOR = 'operator@wheelhouse.demo';

/**
 * Loads the demo into an empty installation; made from the same seed, it is the same for the same day. Does nothing where
 * people already exist. The operator comes last: a database with a demo tenant but no operator was interrupted.
 */
export async function loadDemo({
  appUrl,
  ownerUrl,
  now,
  onProgress = () => undefined,
}: DemoSettings): Promise<LoadedDemo> {
  if (process.env.NODE_ENV === 'production') throw new Error('The demo never loads in production.');
  const installation = await Installation.open(appUrl);
  try {
    const source = installation.app.get(DataSource);
    const [state] = await source.query(
      `SELECT EXISTS (SELECT 1 FROM people) AS somebody, EXISTS (SELECT 1 FROM people WHERE email = $1) AS complete,
              EXISTS (SELECT 1 FROM tenants WHERE slug = ANY($2)) AS begun`,
      [OPERATOR, STORIES.map((story) => story.network.tenant.slug)],
    );
    if (state.begun && !state.complete)
      throw new Error('The demo was interrupted while loading. Begin anew: npm start -- --reset');
    if (state.somebody) return { loaded: false, present: state.complete, audits: 0 };
    const audits = await Promise.all(STORIES.map((story) => tell(story, { appUrl, ownerUrl, now, onProgress })));
    await createOperator(installation, STORIES[0]?.network.tenant.domain ?? '');
    return { loaded: true, present: true, audits: audits.reduce((sum, count) => sum + count, 0) };
  } finally {
    await installation.close();
  }
}

/** One tenant's half year, with an application of its own: each moves its clock by itself. Answers how many audits. */
async function tell(
  story: TenantStory,
  { appUrl, ownerUrl, now, onProgress }: Required<DemoSettings>,
): Promise<number> {
  const installation = await Installation.open(appUrl);
  try {
    const tenant = await loadTenant(installation, story, now, onProgress);
    await analyze(ownerUrl);
    await turnTheWheel(installation, story, tenant);
    await closeWeeks(installation, tenant, onProgress, story.network.tenant.name.en);
    await presentDay(installation, story, tenant, now);
    return tenant.audits;
  } finally {
    await installation.close();
  }
}

/** Half a million new rows without statistics would be read by nested loops. */
async function analyze(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('ANALYZE').finally(() => client.end());
}

/** The operator signs in with the same password as everybody in the demo. */
async function createOperator(installation: Installation, domain: string): Promise<void> {
  await installation.app.get(TenantTransactions, { strict: false }).run({}, (em) =>
    em.query(
      `INSERT INTO people (id, email, name, password_hash, is_operator)
       SELECT $1, $2, 'Wheelhouse Operator', password_hash, true FROM people WHERE email = $3`,
      [newId(), OPERATOR, `admin@${domain}`],
    ),
  );
}
