import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { addDays, lastClosedWeek, localDateIn } from '@wheelhouse/kernel';
import { readManifest } from '../../../tools/lib/archive.mjs';
import { root } from '../../../tools/lib/project.mjs';
import { addScores, addTenants, answersFor, standardBody, ZONE } from '../../support/many-tenants.mjs';
import { Clients, send } from './clients.mjs';
import { count, overdue } from './counts.mjs';
import { Installation } from './installation.mjs';
import { SlowLine } from './slow-line.mjs';
import { aMailServer, aWebhookTarget } from './targets.mjs';

const LOADED_TENANTS = 8;
/** Tenants whose weeks fall due in the middle of each fault, and how many weeks each. */
const DUE_TENANTS = 6;
const DUE_WEEKS = 3;
const CALM_WITHIN_MS = 120_000;
/** What is younger than this need not be done yet when all is well. */
const GRACE_MS = 5_000;

/** The product under load, and what is counted after each thing that breaks. */
export class FaultBench {
  wrong = 0;
  closings = [];
  #rounds = 0;

  constructor(folder, chosen, undo) {
    Object.assign(this, { folder, chosen, undo });
  }

  /** Two API processes, two workers, mail server, webhook targets, tenants and clients. */
  async open() {
    const { undo } = this;
    this.mailServer = await aMailServer();
    this.hooks = [await aWebhookTarget(), await aWebhookTarget()];
    undo.push(() => [this.mailServer, ...this.hooks].forEach((target) => target.close()));
    const env = {
      SMTP_URL: this.mailServer.url,
      WHEELHOUSE_ALLOW_PRIVATE_TARGETS: 'true',
      WHEELHOUSE_SECRET_KEY: randomBytes(32).toString('base64'),
    };
    this.house = await Installation.open(path.join(this.folder, 'here'), env);
    undo.push(() => this.house.close());
    this.line = await SlowLine.before(this.house.appUrl);
    undo.push(() => this.line.close());
    await this.#addTenants();
    await this.house.start({ apis: 2, workers: 2 });
    for (const [i, hook] of this.hooks.entries()) await this.#listen(this.tenants[i], hook);
    await until(() => this.#isCalm(this.house, 0), CALM_WITHIN_MS);
    this.clients = new Clients({ apis: this.house.apis, pauseMs: this.chosen.pauseMs });
  }

  async #addTenants() {
    const body = standardBody();
    const closed = lastClosedWeek(new Date(), ZONE);
    const supervisors = Math.ceil(this.chosen.clients / LOADED_TENANTS);
    await this.house.asAdmin(async (db) => {
      this.tenants = await addTenants(db, { prefix: 'load', count: LOADED_TENANTS, outlets: 50, supervisors, body });
      await addScores(db, this.tenants, [closed.start]);
    });
    const shared = { today: localDateIn(new Date(), ZONE.timeZone), closedWeek: closed.key, answers: answersFor(body) };
    for (const tenant of this.tenants) Object.assign(tenant, shared);
    this.closings.push(
      ...this.tenants.map(({ id }) => ({ tenantId: id, weeks: [closed.start], readers: 1 + supervisors })),
    );
  }

  async #listen({ admin }, { url }) {
    const { address } = this.house.apis[0];
    const wanted = { url, events: ['audit.submitted', 'report.published'], description: 'faults' };
    const { status, body } = await send(undefined, address, 'POST', '/api/v1/webhooks', admin.token, wanted);
    if (status !== 201) throw new Error(`webhook: ${status} ${JSON.stringify(body)}`);
  }

  /** Tenants whose last weeks are due from now on; a worker that starts finds them at once. */
  async #addDueWeeks() {
    const { start } = lastClosedWeek(new Date(), ZONE);
    const weeks = Array.from({ length: DUE_WEEKS }, (_, i) => addDays(start, -7 * (DUE_WEEKS - 1 - i)));
    const due = await this.house.asAdmin(async (db) => {
      const tenants = await addTenants(db, { prefix: `due-${this.#rounds}`, count: DUE_TENANTS, outlets: 20 });
      await addScores(db, tenants, weeks);
      return tenants;
    });
    this.closings.push(...due.map(({ id }) => ({ tenantId: id, weeks, readers: 2 })));
  }

  /** One fault from its beginning until all is well again, then the counts. */
  async round(fault) {
    this.#rounds++;
    this.clients.start(this.tenants, (tenant) => ({ path: '/api/v1/home', token: tenant.admin.token }));
    await fault.prepare?.(this);
    await this.#addDueWeeks();
    await this.house.workers[1].replace();
    const broken = performance.now();
    const held = await fault.begin?.(this);
    if (fault.lasts || !fault.begin) await delay(this.chosen.seconds * 1000);
    const whole = fault.lasts ? performance.now() : broken;
    await fault.end?.(this, held);
    const well = await this.#untilWell();
    const load = await this.#rest();
    const line = {
      fault: fault.what,
      seconds: seconds(performance.now() - broken),
      wellAfterMs: Math.round(well - whole),
    };
    await this.#tell({ ...line, ...load }, this.house, { acknowledged: this.clients.acknowledged() });
  }

  /** A backup under the load, restored into a new installation, which then goes on by itself. */
  async backup() {
    this.#rounds++;
    this.clients.start(this.tenants, (tenant) => ({ path: '/api/v1/home', token: tenant.admin.token }));
    await this.#addDueWeeks();
    await this.house.workers[1].replace();
    const file = path.join(this.folder, 'saved.zip');
    const there = path.join(this.folder, 'there');
    const began = performance.now();
    await command('backup', this.house.folder, file);
    const saved = performance.now();
    await this.#untilWell();
    const load = await this.#rest();
    const { endedAt } = await readManifest(file);
    const restoring = performance.now();
    await command('restore', there, file);
    const copy = await Installation.open(there, this.house.env);
    this.undo.push(() => copy.close());
    const restored = performance.now();
    await copy.start({ apis: 1, workers: 1 });
    await until(() => this.#isCalm(copy, 0), CALM_WITHIN_MS);
    const line = {
      fault: 'a backup under the load, restored into a new installation',
      backupMs: Math.round(saved - began),
    };
    const acknowledged = this.clients.acknowledged(Date.parse(endedAt));
    await this.#tell({ ...line, restoreMs: Math.round(restored - restoring), ...load }, copy, {
      acknowledged,
      copied: true,
    });
  }

  /** Moment since which nothing is overdue and no client had trouble, for a second at least. */
  async #untilWell() {
    const end = performance.now() + CALM_WITHIN_MS;
    let since = null;
    let troubles = -1;
    while (performance.now() < end) {
      const seen = this.clients.troubles();
      const calm = (await this.#isCalm(this.house, GRACE_MS)) && seen === troubles;
      troubles = seen;
      if (!calm) since = null;
      else since ??= performance.now();
      if (since && performance.now() - since > 1_000) return since;
      await delay(250);
    }
    console.error(`  not well: ${JSON.stringify(this.late)}, ${troubles} troubles of clients`);
    return Infinity;
  }

  async #isCalm(house, graceMs) {
    const late = await house.asAdmin((db) => overdue(db, this.closings, graceMs)).catch(() => ({ database: 1 }));
    this.late = late;
    return Object.values(late).every((n) => n === 0);
  }

  /** The clients end; what they caused is worked off. What they saw since the last rest. */
  async #rest() {
    await this.clients.stop();
    await until(() => this.#isCalm(this.house, 0), CALM_WITHIN_MS);
    return this.clients.taken();
  }

  async #tell({ examples, ...line }, house, { acknowledged, copied = false }) {
    const sent = [...this.clients.sent.keys()];
    const ordered = copied ? undefined : this.clients.ordered;
    const told = { sent, acknowledged, ordered, closings: this.closings };
    const found = await house.asAdmin((db) => count(db, told));
    const crashes = house.parts.reduce((sum, part) => sum + part.crashes, 0);
    for (const part of house.parts) part.crashes = 0;
    const arrived = copied ? {} : { mails: await this.#mails(), webhooks: await this.#webhooks() };
    const late = Object.entries(this.late ?? {}).filter(([, n]) => n > 0);
    const result = { ...line, acknowledgedInAll: acknowledged.length, ...found, ...arrived, crashes };
    console.log(JSON.stringify({ ...result, ...(late.length > 0 ? { overdue: Object.fromEntries(late) } : {}) }));
    const { reports, wrong5xx, refused, gaveUp } = result;
    const zeros = [found.missing, found.duplicates, reports.missing, reports.twice, wrong5xx, refused, gaveUp, crashes];
    if (!copied) zeros.push(arrived.mails.lost, arrived.webhooks.lost);
    this.wrong += zeros.filter((n) => n !== 0).length + late.length + (line.wellAfterMs === Infinity ? 1 : 0);
    for (const example of examples) console.error(`  ${example}`);
  }

  /** What the mail server took against what the outbox says was sent. */
  async #mails() {
    const sent = await this.house.asAdmin(
      async (db) => (await db.query(`SELECT count(*)::int AS n FROM mails WHERE status = 'sent'`)).rows[0].n,
    );
    const { mails } = this.mailServer;
    const different = new Set(mails.map(({ id }) => id)).size;
    return { sent, lost: Math.max(0, sent - different), again: mails.length - different };
  }

  /** Every event that a target asked for has arrived; the same one again is allowed and carries the same id. */
  async #webhooks() {
    const result = { events: 0, lost: 0, again: 0 };
    for (const [i, { received }] of this.hooks.entries()) {
      const { rows } = await this.house.asAdmin((db) =>
        db.query(
          `SELECT 'evt_' || v.id AS id FROM events v JOIN webhook_endpoints w USING (tenant_id)
           WHERE v.tenant_id = $1 AND v.type = ANY (w.events) AND v.occurred_at > w.created_at`,
          [this.tenants[i].id],
        ),
      );
      result.events += rows.length;
      result.lost += rows.filter(({ id }) => !received.has(id)).length;
      result.again += [...received.values()].reduce((sum, n) => sum + n - 1, 0);
    }
    return result;
  }
}

const seconds = (ms) => Math.round(ms / 100) / 10;

async function until(what, ms) {
  for (const end = performance.now() + ms; performance.now() < end; await delay(200)) if (await what()) return;
}

/** `npm run backup` or `restore` beside the installation in `dataDir`. */
async function command(name, dataDir, file) {
  const env = { PATH: process.env.PATH, WHEELHOUSE_DATA_DIR: dataDir };
  await promisify(execFile)(process.execPath, [path.join(root, 'tools', `${name}.mjs`), file], { env });
}
