import type { TestApp } from '@wheelhouse/testing';
import type { Answer, Client } from './client.js';
import type { Plan } from './requests.js';

interface Sender {
  name: string;
  token: string | null;
}

/** Faults are told of once for each operation and kind, this many in all. */
const SHOWN = 25;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** The operator knows which tenants there are. */
const TENANTS = /^\/api\/v1\/(tenants|setup)/;
/** Keeps what others sent as filters, so ids of strangers may come back. */
const TRAIL = /^\/api\/v1\/trail/;

const CHOOSES_IDS = /^POST \/api\/v1\/audits(\/\{id\}\/submit)?$/;

/** Sends requests and judges what comes back. */
export class Verdict {
  sent = 0;
  accepted = 0;
  private readonly found = new Map<string, string>();
  private readonly secrets: Set<string>;

  constructor(
    private readonly app: TestApp,
    private readonly client: Client,
    secrets: string[],
    private readonly tag: string,
  ) {
    this.secrets = new Set(secrets.map((secret) => secret.toLowerCase()));
  }

  /** What was wrong, each with the seed of its round and the request as curl. */
  get faults(): string[] {
    return [...this.found.values()].slice(0, SHOWN);
  }

  async judge(plan: Plan, caller: Sender, seed: number): Promise<void> {
    const first = await this.send(plan, caller);
    this.look(plan, caller, seed, first);
    this.giveAway(plan, first);
    if (!plan.isRepeated) return;
    const second = await this.send(plan, caller);
    this.look(plan, caller, seed, second);
    const isKept = plan.operation.verb === 'POST' && first.headers['idempotency-replayed'] === 'true';
    if (isKept && second.statusCode < 300 && second.payload !== first.payload)
      this.note(plan, caller, seed, 'the same key gave two answers', second);
  }

  private async send({ operation, address, headers, payload }: Plan, { token }: Sender): Promise<Answer> {
    const caller: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const answer = await this.client.send(operation.verb, address, { ...headers, ...caller }, payload);
    this.sent++;
    if (answer.statusCode < 300) this.accepted++;
    return answer;
  }

  /** An id that a client chooses is its own, whatever another tenant has under it: from now on it may come back. */
  private giveAway({ operation, address, payload = '' }: Plan, { statusCode }: Answer): void {
    if (statusCode >= 300 || !CHOOSES_IDS.test(operation.key)) return;
    for (const [id] of `${address} ${payload}`.toLowerCase().matchAll(UUID)) this.secrets.delete(id);
  }

  private look(plan: Plan, caller: Sender, seed: number, answer: Answer): void {
    if (answer.statusCode >= 500) this.note(plan, caller, seed, `answered ${answer.statusCode}`, answer);
    for (const deviation of this.app.answers.takeNew()) this.note(plan, caller, seed, deviation, answer);
    if (caller.name === 'operator' && TENANTS.test(plan.address)) return;
    const leak = this.leakIn(plan, answer);
    if (leak) this.note(plan, caller, seed, `shows ${leak} of another tenant`, answer);
  }

  private leakIn({ address, payload = '' }: Plan, { headers, payload: text }: Answer): string | null {
    const whole = `${JSON.stringify(headers)} ${text}`;
    if (whole.includes(this.tag)) return this.tag;
    if (TRAIL.test(address)) return null;
    const sent = `${decodeURIComponent(address.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/%(00|zz|[89a-f][0-9a-f])/gi, ''))} ${payload}`;
    const shown = [...whole.matchAll(UUID)].map(([id]) => id);
    return shown.find((id) => this.secrets.has(id) && !sent.toLowerCase().includes(id)) ?? null;
  }

  private note(plan: Plan, caller: Sender, seed: number, what: string, answer: Answer): void {
    const kind = `${plan.operation.key} ${what.replace(UUID, '').slice(0, 80)}`;
    if (this.found.has(kind)) return;
    const line = `${plan.operation.key}: ${what}\n  FUZZ_SEED=${seed} FUZZ_REQUESTS=200, as ${caller.name}\n  ${asCurl(plan)}\n  → ${answer.statusCode} ${answer.payload.slice(0, 400)}`;
    this.found.set(kind, line);
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The request as somebody can send it by hand. */
function asCurl({ operation, address, headers, payload }: Plan): string {
  const given = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const data = payload === undefined ? [] : [`--data-binary ${quoted(payload)}`];
  const all = [
    'curl',
    '-X',
    operation.verb,
    `"$URL"${quoted(address)}`,
    '-H "Authorization: Bearer $TOKEN"',
    ...given,
    ...data,
  ];
  return all.join(' ').slice(0, 1_500);
}
