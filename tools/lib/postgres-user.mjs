import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

/**
 * PostgreSQL refuses to run as root, so root starts it as an unprivileged user that the system already has.
 * Returns null for everybody else (and on Windows): then PostgreSQL runs as whoever calls.
 */
export function postgresUser(dataFolder) {
  if (process.platform === 'win32' || process.getuid() !== 0) return null;
  const users = systemUsers();
  const owner = fs.existsSync(dataFolder) ? fs.statSync(dataFolder).uid : 0;
  const user =
    users.find((u) => owner !== 0 && u.uid === owner) ??
    users.find((u) => u.name === 'postgres') ??
    users.find((u) => u.name === 'nobody');
  if (!user || user.uid === 0) {
    throw new Failure('PostgreSQL refuses to run as root and there is no user "postgres" or "nobody" to run it as.');
  }
  return user;
}

/**
 * How to start `file` as that user: plainly, or, when a folder on the way (say /root) is closed to it, through
 * `setpriv` with the one capability that lets it pass. Throws when neither is possible.
 */
export function commandAs(user, file, args, paths) {
  if (!user) return { file, args, options: {} };
  const closed = paths.map((p) => firstClosedFolder(user, p)).find(Boolean);
  if (!closed) return { file, args, options: { uid: user.uid, gid: user.gid } };
  const capability = passingCapability();
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((f) => fs.existsSync(f));
  if (!capability || !setpriv) {
    throw new Failure(
      `PostgreSQL cannot run as root, and user "${user.name}" cannot enter ${closed}: ` +
        `use a project and data folder that every user can enter, for example below /opt, or set DATABASE_URL.`,
    );
  }
  const drop = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  const keep = [`--inh-caps=-all,+${capability}`, `--ambient-caps=-all,+${capability}`, '--no-new-privs'];
  return { file: setpriv, args: [...drop, ...keep, '--', file, ...args], options: {} };
}

function systemUsers() {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines
    .map((line) => line.split(':'))
    .filter((f) => f.length >= 4)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** The first folder on the way to `target` that the user may not pass through, or null. */
function firstClosedFolder(user, target) {
  const parts = path.resolve(target).split(path.sep);
  for (let i = 1; i < parts.length; i++) {
    const folder = parts.slice(0, i).join(path.sep) || '/';
    let stat;
    try {
      stat = fs.statSync(folder);
    } catch {
      return null;
    }
    const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
    if (!(stat.mode & bit)) return folder;
  }
  return null;
}

/** Reading past closed folders is enough; a container often has only the wider one. */
function passingCapability() {
  try {
    const status = fs.readFileSync('/proc/self/status', 'utf8');
    const bounding = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)/m.exec(status)[1]}`);
    if (bounding & (1n << 2n)) return 'dac_read_search';
    if (bounding & (1n << 1n)) return 'dac_override';
  } catch {
    // No /proc: not Linux.
  }
  return null;
}
