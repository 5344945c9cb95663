import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRAIL_ACTIONS, TRAIL_FIELDS, TRAIL_OBJECTS } from '@wheelhouse/contracts';
import type { TestApp } from '@wheelhouse/testing';
import pg from 'pg';
import { anOperator, aWorld, type World } from '../support/a-world.js';
import { call } from '../support/call.js';
import { Evidence } from '../support/evidence.js';
import { caseOf } from '../support/route-cases.js';
import { addressOf, type Route, routesOf } from '../support/routes.js';
import { NOT_IN_TRAIL, SHOWN_ELSEWHERE } from '../support/trail-exceptions.js';
import { startWholeApp } from '../support/whole-app.js';

const DENIED = '42501';

let app: TestApp;
let evidence: Evidence;
let routes: Route[];
let w: World;
let operator: { token: string };

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  routes = routesOf(app);
  w = await aWorld(app);
  operator = await anOperator(app);
});

afterAll(async () => {
  await evidence?.close();
  await app?.close();
});

const entries = async () => Number((await w.t.sql<{ n: string }>(`SELECT count(*) AS n FROM trail_entries`))[0]?.n);

/** What creates comes first, what takes away comes last: each finds what it works on. */
const weightOf = ({ method, params, path }: Route) =>
  /advance|retire/.test(path)
    ? 4
    : method === 'DELETE' || /cancel|revoke/.test(path)
      ? 3
      : params.length === 0
        ? 0
        : method === 'POST'
          ? 2
          : 1;
const changing = () =>
  routes
    .filter(({ method, access }) => method !== 'GET' && access?.kind !== 'public')
    .sort((a, b) => weightOf(a) - weightOf(b));
const files = () => routes.filter(({ method, path }) => method === 'GET' && /\.(csv|xlsx)$|export/.test(path));

describe('whatever changes something or takes data out', () => {
  it('leaves an entry in the trail, or there is a reason why not', async () => {
    const silent: string[] = [];
    const refused: string[] = [];
    const needless: string[] = [];
    for (const route of [...files(), ...changing()]) {
      if (route.key in SHOWN_ELSEWHERE) continue;
      const { params, body, fresh } = caseOf(route);
      const { admin, quality, north, manager, shopper } = w.people;
      const callers = route.access?.kind === 'operator' ? [operator] : [admin, quality, manager, north, shopper];
      let worked = false;
      for (const caller of callers) {
        const before = await entries();
        const address = addressOf(route.path, fresh?.() ?? params?.(w));
        const { status } = await call(app, caller, route.method, address, body?.(w));
        if (status >= 300) continue;
        worked = true;
        const isKept = (await entries()) > before;
        if (!isKept && !(route.key in NOT_IN_TRAIL)) silent.push(route.key);
        if (isKept && route.key in NOT_IN_TRAIL) needless.push(route.key);
        break;
      }
      if (!worked && !(route.key in NOT_IN_TRAIL)) refused.push(route.key);
    }
    expect({ silent, refused, needless }).toEqual({ silent: [], refused: [], needless: [] });
  });

  it('has a reason only while there is such a route', () => {
    const known = new Set(routes.map(({ key }) => key));
    expect(Object.keys({ ...NOT_IN_TRAIL, ...SHOWN_ELSEWHERE }).filter((key) => !known.has(key))).toEqual([]);
  });

  it('is said in words: every action, kind of object and field that was kept', async () => {
    const kept = await w.t.sql<{ action: string; object_type: string; before: unknown; after: unknown }>(
      `SELECT action, object_type, before, after FROM trail_entries`,
    );
    expect([...new Set(kept.map(({ action }) => action))].filter((action) => !(action in TRAIL_ACTIONS))).toEqual([]);
    expect([...new Set(kept.map((entry) => entry.object_type))].filter((type) => !(type in TRAIL_OBJECTS))).toEqual([]);
    const fields = new Set(kept.flatMap(({ before, after }) => [...fieldsIn(before), ...fieldsIn(after)]));
    expect([...fields].filter((field) => !(field in TRAIL_FIELDS))).toEqual([]);
  });
});

/** Names of fields at any depth; texts in two languages and free attributes are values. */
function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== 'object' || value === null || ('en' in value && 'zh' in value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    key,
    ...(['attributes', 'body'].includes(key) ? [] : fieldsIn(inner)),
  ]);
}

describe('an entry of the trail', () => {
  it('cannot be changed, removed or replaced by the application, whatever way it takes', async () => {
    const role = new pg.Client({ connectionString: app.database.appUrl });
    await role.connect();
    const inside = async (sql: string) => {
      await role.query('BEGIN');
      await role.query(`SET LOCAL app.tenant_id = '${w.t.id}'`);
      try {
        const { rowCount } = await role.query(sql);
        return `${rowCount} rows`;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await role.query('ROLLBACK');
      }
    };
    const attempts = [
      `UPDATE trail_entries SET action = 'nothing'`,
      `DELETE FROM trail_entries`,
      `TRUNCATE trail_entries`,
      `SELECT 1 FROM trail_entries FOR UPDATE`,
      `INSERT INTO trail_entries SELECT * FROM trail_entries ON CONFLICT (tenant_id, id) DO UPDATE SET action = 'nothing'`,
      `MERGE INTO trail_entries t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`,
      `ALTER TABLE trail_entries DISABLE ROW LEVEL SECURITY`,
      `CREATE RULE forget AS ON INSERT TO trail_entries DO INSTEAD NOTHING`,
      `CREATE TRIGGER forget BEFORE INSERT ON trail_entries EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
    ];
    const outcomes: Record<string, string> = {};
    for (const sql of attempts) outcomes[sql] = await inside(sql);
    await role.end();
    expect(outcomes).toEqual(Object.fromEntries(attempts.map((sql) => [sql, DENIED])));
  });

  it('is out of reach through partitions, columns, cascades and functions of its owner too', async () => {
    const rights = await evidence.query(
      `SELECT c.relname FROM pg_class c
       WHERE (c.oid = 'trail_entries'::regclass OR c.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'trail_entries'::regclass))
         AND (has_table_privilege('wheelhouse_app', c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES')
           OR has_any_column_privilege('wheelhouse_app', c.oid, 'UPDATE'))`,
    );
    const cascades = await evidence.query(
      `SELECT conname FROM pg_constraint WHERE conrelid = 'trail_entries'::regclass AND contype = 'f' AND (confdeltype <> 'a' OR confupdtype <> 'a')`,
    );
    // A function that runs as the owner and may be called by the application must not name the trail, unless it is how a
    // whole tenant is deleted.
    const functions = await evidence.query<{ proname: string }>(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
         AND has_function_privilege('wheelhouse_app', oid, 'EXECUTE') AND prosrc ILIKE '%trail_entries%'`,
    );
    const deletesTenants = ({ proname }: { proname: string }) =>
      /delete|erase|purge/.test(proname) && /tenant/.test(proname);
    expect({ rights, cascades, functions: functions.filter((one) => !deletesTenants(one)) }).toEqual({
      rights: [],
      cascades: [],
      functions: [],
    });
  });
});
