import { Failure } from './failure.mjs';

/** The application's role: owns nothing, may not bypass row-level security, gets its grants in migrations. */
export const APP_ROLE = 'wheelhouse_app';
export const OWNER_ROLE = 'wheelhouse_owner';
const OLDEST = 15;

/**
 * Makes the roles and the database that are missing and checks what is there.
 *
 * With `database`, the admin creates it for the owner role `wheelhouse_owner` (embedded server, tests). Without,
 * the database named in `adminUrl` is used as it is and the URL's user is its owner (DATABASE_URL).
 *
 * @param {string} adminUrl
 * @param {{ database?: string, appPassword: string, ownerPassword?: string }} options passwords: letters, digits, - and _
 * @returns {Promise<{ ownerUrl: string, appUrl: string }>}
 */
export async function prepareDatabase(adminUrl, { database, appPassword, ownerPassword }) {
  const url = parse(adminUrl);
  if (decodeURIComponent(url.username) === APP_ROLE)
    throw new Failure(
      `DATABASE_URL names the role "${APP_ROLE}", which must own nothing: give the schema's owner here.`,
    );
  const admin = await connect(adminUrl, `${url.hostname}:${url.port || 5432}`);
  let ownerUrl = adminUrl;
  try {
    await checkVersion(admin);
    await ensureAppRole(admin, adminUrl, appPassword);
    if (database) {
      if (!ownerPassword) throw new Error('ownerPassword is missing');
      await ensureRole(admin, OWNER_ROLE, ownerPassword);
      await ensureDatabase(admin, database);
      ownerUrl = withUser(adminUrl, OWNER_ROLE, ownerPassword, database);
    } else {
      await checkOwner(admin);
    }
  } finally {
    await admin.end();
  }
  return { ownerUrl, appUrl: withUser(ownerUrl, APP_ROLE, appPassword) };
}

/** The same server and database for another user. */
export function withUser(databaseUrl, user, password, database) {
  const url = new URL(databaseUrl);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  if (database) url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Removes everything of Wheelhouse from a database that is not ours to delete; refuses one that holds anything else. */
export async function emptyDatabase(ownerUrl) {
  const client = await connect(ownerUrl, new URL(ownerUrl).host);
  try {
    const { rows } = await client.query(
      `SELECT to_regclass('public.tenants') IS NOT NULL AS ours,
              EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')) AS used`,
    );
    if (rows[0].used && !rows[0].ours) {
      throw new Failure('The database in DATABASE_URL holds tables that are not from Wheelhouse: nothing was removed.');
    }
    await client.query(EMPTY);
  } finally {
    await client.end();
  }
}

const EMPTY = `
  DO $$
  DECLARE item record;
  BEGIN
    DROP SCHEMA IF EXISTS pgboss CASCADE;
    FOR item IN
      SELECT c.oid, c.relname, c.relkind FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    LOOP
      EXECUTE format('DROP %s IF EXISTS public.%I CASCADE',
        CASE item.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
        item.relname);
    END LOOP;
    FOR item IN
      SELECT p.oid::regprocedure AS signature FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP
      EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', item.signature);
    END LOOP;
    FOR item IN
      SELECT t.oid::regtype AS name FROM pg_type t
      WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
    LOOP
      EXECUTE format('DROP TYPE IF EXISTS %s CASCADE', item.name);
    END LOOP;
  END $$`;

function parse(text) {
  try {
    const url = new URL(text);
    if (!/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || !url.username) throw new Error('incomplete');
    return url;
  } catch {
    throw new Failure('DATABASE_URL is not of the form postgres://user:password@host:5432/database.');
  }
}

async function connect(connectionString, where) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new Failure(explain(error, connectionString, where));
  }
}

function explain(error, connectionString, where) {
  const url = new URL(connectionString);
  const name = decodeURIComponent(url.username);
  switch (error.code) {
    case '28P01':
    case '28000':
      return `PostgreSQL at ${where} refuses user "${name}" (${error.message}): check user and password in DATABASE_URL.`;
    case '3D000':
      return `PostgreSQL at ${where} has no database "${url.pathname.slice(1)}": create it or correct DATABASE_URL.`;
    case '53300':
      return `PostgreSQL at ${where} has no connection left: raise max_connections or close other programs.`;
    default: {
      const reason = error.message || error.code || String(error.errors?.[0]?.message ?? 'no answer');
      return `PostgreSQL at ${where} cannot be reached (${reason}): check that it runs and DATABASE_URL is right.`;
    }
  }
}

async function checkVersion(client) {
  const { rows } = await client.query(`SELECT current_setting('server_version_num')::int / 10000 AS major`);
  if (rows[0].major >= OLDEST) return;
  throw new Failure(`PostgreSQL ${rows[0].major} is too old: Wheelhouse needs ${OLDEST} or newer (see DATABASE_URL).`);
}

async function ensureAppRole(admin, adminUrl, password) {
  const { rows } = await admin.query(
    `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS mighty, rolcanlogin AS login
       FROM pg_roles WHERE rolname = $1`,
    [APP_ROLE],
  );
  if (rows[0]?.mighty) {
    throw new Failure(
      `Role "${APP_ROLE}" may do more than an application should: ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION.`,
    );
  }
  if (rows[0]?.login && (await canConnect(withUser(adminUrl, APP_ROLE, password)))) return;
  await ensureRole(admin, APP_ROLE, password);
}

async function ensureRole(admin, role, password) {
  if (!/^[\w-]+$/.test(password)) throw new Failure('A database password may hold letters, digits, - and _ only.');
  const { rows } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  // Only what a CREATEROLE admin may say too; a new role has none of the other rights.
  const statement = rows.length
    ? `ALTER ROLE ${role} LOGIN PASSWORD '${password}'`
    : `CREATE ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE PASSWORD '${password}'`;
  try {
    await admin.query(statement);
  } catch (error) {
    if (error.code === '42710') return await ensureRole(admin, role, password);
    if (error.code !== '42501') throw error;
    const { rows: who } = await admin.query('SELECT current_user AS name');
    throw new Failure(
      rows.length
        ? `User "${who[0].name}" may not set the password of role "${role}": give WHEELHOUSE_APP_PASSWORD, or let an administrator change it.`
        : `User "${who[0].name}" may not create role "${role}": ALTER ROLE "${who[0].name}" CREATEROLE, or let an administrator create it.`,
    );
  }
}

async function ensureDatabase(admin, database) {
  if (!/^[a-z_][a-z0-9_]*$/.test(database)) throw new Error(`bad database name ${database}`);
  const { rows } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rows.length) return;
  // A CREATEROLE admin that is no superuser must itself be able to become the owner.
  const { rows: me } = await admin.query(
    `SELECT rolsuper AS mighty, rolcreatedb AS creates FROM pg_roles WHERE rolname = current_user`,
  );
  if (!me[0].mighty) await admin.query(`GRANT ${OWNER_ROLE} TO CURRENT_USER`).catch(() => undefined);
  if (!me[0].mighty && !me[0].creates) {
    throw new Failure(
      `The database user may not create database "${database}": create it first or give the user CREATEDB.`,
    );
  }
  await admin.query(`CREATE DATABASE ${database} OWNER ${OWNER_ROLE} ENCODING 'UTF8' TEMPLATE template0`);
  await admin.query(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
}

async function checkOwner(client) {
  const { rows } = await client.query(
    `SELECT current_database() AS database, current_user AS name, pg_encoding_to_char(encoding) AS encoding,
            has_database_privilege(current_database(), 'CREATE') AND has_schema_privilege('public', 'CREATE') AS may
       FROM pg_database WHERE datname = current_database()`,
  );
  const { database, name, encoding, may } = rows[0];
  if (!may)
    throw new Failure(
      `User "${name}" may not create tables in database "${database}": ALTER DATABASE "${database}" OWNER TO "${name}".`,
    );
  if (encoding !== 'UTF8')
    throw new Failure(`Database "${database}" has encoding ${encoding}: create it with ENCODING 'UTF8'.`);
}

async function canConnect(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
