import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The processes of one release on one database: `tree` is where it is built. */
export class Release {
  #running = new Set();

  constructor(tree, { ownerUrl, appUrl }) {
    this.tree = tree;
    this.ownerUrl = ownerUrl;
    this.env = {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      PORT: '0',
      DATABASE_URL: appUrl,
      WHEELHOUSE_SECRET_KEY: 'of-an-upgrade-'.repeat(3),
    };
  }

  /** Brings the database up to this release; answers the names of what was applied. */
  async migrate() {
    const module = pathToFileURL(path.join(this.tree, 'migrations', 'dist', 'index.js')).href;
    const script = `const { migrate } = await import(${JSON.stringify(module)}); console.log(JSON.stringify(await migrate(process.env.OWNER_URL)));`;
    const said = await this.#output(['--input-type=module', '-e', script], { OWNER_URL: this.ownerUrl });
    return JSON.parse(said.trim().split('\n').at(-1));
  }

  /** An API or a worker, once it is ready; with its address and a way to end it. */
  async start(script) {
    const child = fork(path.join(this.tree, 'apps', 'api', 'dist', script), [], {
      execArgv: [],
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#running.add(child);
    let output = '';
    // Older workers say it in words only.
    const inWords = new Promise((resolve) => {
      const listen = (text) => (output += text).includes('worker ready') && resolve([{}]);
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', listen);
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${script} of ${this.tree} ended (${code}):\n${output.slice(-3_000)}`);
    });
    ended.catch(() => undefined);
    const [said] = await Promise.race([once(child, 'message'), inWords, ended]);
    const stop = async () => {
      child.kill('SIGTERM');
      await ended.catch(() => undefined);
      this.#running.delete(child);
    };
    return {
      address: said.address,
      stop,
      errors: () => output.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line)),
    };
  }

  /** `npm run report` of this release. */
  report(tenant, week) {
    const script = path.join(this.tree, 'apps', 'api', 'dist', 'report.main.js');
    return this.#output([script, '--tenant', tenant, '--week', week]);
  }

  killAll() {
    for (const child of this.#running) child.kill('SIGKILL');
  }

  async #output(args, more = {}) {
    const child = spawn(process.execPath, args, { cwd: this.tree, env: { ...this.env, ...more } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    const [code] = await once(child, 'close');
    assert.equal(code, 0, `${args.at(-1)}: ${err}`);
    return out;
  }
}

export const PASSWORD = 'a wheel that turns 7 times';
export const TENANT = 'upgrade';
export const QUALITY = 'quality@upgrade.test';

/** Somebody at one process; every answer must be what was wanted. */
export class Client {
  constructor(address, token = null) {
    this.address = address;
    this.token = token;
  }

  async call(method, at, body, wanted = [200, 201, 204]) {
    const answer = await fetch(this.address + at, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    assert.ok(wanted.includes(answer.status), `${method} ${at}: ${answer.status} ${text.slice(0, 500)}`);
    return text ? JSON.parse(text) : null;
  }

  /** The same person at another process. */
  at = (address) => new Client(address, this.token);

  static async signIn(address, email = QUALITY) {
    const { accessToken } = await new Client(address).call('POST', '/api/v1/auth/login', { email, password: PASSWORD });
    return new Client(address, accessToken);
  }
}

/** First run: an operator, a tenant with an outlet, a published standard and somebody for quality. */
export async function setUp(address, document, openedOn) {
  const person = (email) => ({ email, name: '王芳', password: PASSWORD });
  const tenant = { slug: TENANT, name: { en: 'Upgrade', zh: '升级' }, timeZone: 'Asia/Shanghai', weekStart: 1 };
  await new Client(address).call('POST', '/api/v1/setup', {
    operator: person('operator@upgrade.test'),
    tenant: { ...tenant, admin: person('admin@upgrade.test') },
  });
  const admin = await Client.signIn(address, 'admin@upgrade.test');
  const grants = [{ role: 'quality_manager', scopeKind: 'tenant' }];
  await admin.call('POST', '/api/v1/members', { ...person(QUALITY), grants });
  const [unit] = await admin.call('GET', '/api/v1/org-units');
  const name = { en: 'Hongqiao', zh: '虹桥店' };
  const outlet = await admin.call('POST', '/api/v1/outlets', {
    ...{ code: 'SH-1', name, kind: '4s', orgUnitId: unit.id, openedOn },
  });
  const quality = await Client.signIn(address);
  const draft = await quality.call('POST', '/api/v1/standards/import', { document });
  const standard = await quality.call('POST', `/api/v1/standard-versions/${draft.id}/publish`);
  return { outletId: outlet.id, standardId: standard.id };
}

/** Sends an audit and answers its id. */
export async function submit(client, { outletId, standardId }, answers, visitDate) {
  const id = uuidV7();
  const body = { kind: 'hq_audit', outletId, standardVersionId: standardId, visitDate, answers };
  await client.call('POST', `/api/v1/audits/${id}/submit`, body);
  return id;
}

/** Ids of audits begin with the time. */
function uuidV7() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** Answers that earn every point. */
export function fullAnswers({ sections }) {
  const best = ({ type, scale, sample, numeric, options }) => {
    if (type === 'yes_no') return true;
    if (type === 'scale') return scale.max;
    if (type === 'sample') return { ok: sample.size, n: sample.size };
    if (type === 'choice') return options.find(({ credit }) => credit === 1).code;
    return numeric.full_at;
  };
  return Object.fromEntries(sections.flatMap(({ items }) => items).map((item) => [item.id, { value: best(item) }]));
}
