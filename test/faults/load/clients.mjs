import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';

const PATIENCE_MS = 90_000;
const AFTER_BROKEN_MS = 200;
const GIVE_UP_MS = 180_000;

const pick = (list) => list[Math.floor(Math.random() * list.length)];

/**
 * Programs that behave as docs/api.md says: each repeats what got 503 or no answer under the same id or Idempotency-Key,
 * after Retry-After, at the next process (as a balancer without health checks would send it).
 */
export class Clients {
  /** Submissions by id: the tenant, and when it was acknowledged. */
  sent = new Map();
  /** Reports that were ordered by hand: task ids. */
  ordered = [];
  tally = emptyTally();
  #running = false;
  #loops = [];
  #lastAck = 0;
  #agents = [];

  /** @param {{ apis: { address: string }[], pauseMs: number }} options `apis`: their addresses may change */
  constructor({ apis, pauseMs }) {
    Object.assign(this, { apis, pauseMs });
  }

  /** What was counted since the last call. */
  taken() {
    const { pause, slowest, ...tally } = this.tally;
    this.tally = emptyTally();
    return { ...tally, longestPauseMs: Math.round(pause), slowestMs: Math.round(slowest) };
  }

  /** Ids of the submissions that were acknowledged, up to a moment. */
  acknowledged(until = Infinity) {
    return [...this.sent].filter(([, { at }]) => at !== null && at <= until).map(([id]) => id);
  }

  /** What went wrong so far, from the clients' side; grows. */
  troubles() {
    const { broken, shed, inFlight, wrong5xx, refused } = this.tally;
    return broken + shed + inFlight + wrong5xx + refused;
  }

  /** Starts a loop for everybody; ends with `stop`, each after its answer. */
  start(tenants, reader) {
    this.#running = true;
    this.#lastAck = performance.now();
    const supervisors = tenants.flatMap((tenant) => tenant.supervisors.map((who) => ({ tenant, who })));
    this.#loops = [
      ...supervisors.map(({ tenant, who }, i) => this.#loop(i, (ask) => this.#submit(ask, tenant, who))),
      ...tenants.map((tenant, i) => this.#loop(i, (ask) => this.#order(ask, tenant), 10_000)),
      ...tenants.map((tenant, i) => this.#loop(i, (ask) => this.#read(ask, reader(tenant)))),
    ];
  }

  async stop() {
    this.#running = false;
    await Promise.all(this.#loops);
    for (const agent of this.#agents.splice(0)) agent.destroy();
  }

  async #loop(number, deed, pauseMs = this.pauseMs) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    this.#agents.push(agent);
    let next = number;
    const ask = (...request) =>
      this.#untilAnswered(() => send(agent, this.apis[next++ % this.apis.length].address, ...request));
    while (this.#running) {
      await delay(pauseMs * (0.5 + Math.random()));
      if (this.#running) await deed(ask);
    }
  }

  async #submit(ask, tenant, who) {
    const id = v7();
    const body = { kind: 'supervisor_audit', outletId: pick(tenant.outletIds), standardVersionId: tenant.versionId };
    const submission = { ...body, visitDate: tenant.today, answers: tenant.answers };
    this.sent.set(id, { tenant, at: null });
    const began = performance.now();
    const answer = await ask('POST', `/api/v1/audits/${id}/submit`, who.token, submission);
    if (answer?.status !== 200) return;
    this.sent.set(id, { tenant, at: Date.now() });
    this.tally.acknowledged++;
    this.tally.slowest = Math.max(this.tally.slowest, performance.now() - began);
    this.tally.pause = Math.max(this.tally.pause, performance.now() - this.#lastAck);
    this.#lastAck = performance.now();
  }

  async #order(ask, tenant) {
    const key = { 'idempotency-key': `report-${randomUUID()}` };
    const answer = await ask('POST', '/api/v1/reports', tenant.admin.token, { period: tenant.closedWeek }, key);
    if (answer?.status === 202) this.ordered.push(answer.body.id);
  }

  async #read(ask, path) {
    await ask('GET', path.path, path.token);
  }

  /** Asks until there is an answer that is no 503; counts everything that is not as documented. */
  async #untilAnswered(once) {
    const end = Date.now() + GIVE_UP_MS;
    for (;;) {
      const answer = await once().catch(() => null);
      const wait = answer && Number(answer.headers['retry-after']);
      if (!answer) this.tally.broken++;
      else if (answer.status === 503 && wait > 0) this.tally.shed++;
      else if (answer.status === 409 && wait > 0) this.tally.inFlight++;
      else {
        if (answer.status >= 500) this.tally.wrong5xx++;
        else if (answer.status >= 400) this.tally.refused++;
        if (answer.status >= 400) this.tally.examples.add(`${answer.status} ${answer.body?.code} ${answer.request}`);
        return answer;
      }
      if (Date.now() > end) {
        this.tally.gaveUp++;
        return null;
      }
      await delay(answer ? wait * 1000 * (1 + Math.random() / 4) : AFTER_BROKEN_MS * (1 + Math.random()));
    }
  }
}

const emptyTally = () => ({
  ...{ acknowledged: 0, broken: 0, shed: 0, inFlight: 0, wrong5xx: 0, refused: 0, gaveUp: 0, pause: 0, slowest: 0 },
  examples: new Set(),
});

/** One request; rejects when the line breaks before the whole answer is there. */
export function send(agent, address, method, path, token, body, headers = {}) {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const url = new URL(path, address);
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        ...{ agent, method, timeout: PATIENCE_MS },
        headers: {
          authorization: `Bearer ${token}`,
          ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
          ...headers,
        },
      },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const { statusCode: status, headers: answered } = response;
          const name = `${method} ${path.replace(/[\da-f]{8}-[\da-f-]{27}/g, ':id')}`;
          resolve({ status, headers: answered, body: json(text), request: name });
        });
      },
    );
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.end(payload);
  });
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
