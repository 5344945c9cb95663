import { DomainError } from '@wheelhouse/kernel';

interface PgError {
  message?: string;
  code?: string;
  /** The column that may not be empty (23502). */
  column?: string;
  constraint?: string;
  detail?: string;
  driverError?: PgError;
}

/** What the database refused, as a refusal of ours: constraints carry their fields in their names (`table__field`). */
export function fromDatabaseError(error: unknown): DomainError | null {
  const pg = (error as PgError | null)?.driverError ?? (error as PgError | null);
  const constraint = pg?.constraint ?? pg?.column ?? '';
  const field = camel(
    constraint
      .split('__')
      .filter((part) => part !== 'tenant_id' && part !== 'fk')
      .at(-1) ?? '',
  );
  switch (pg?.code) {
    case '23505':
      return new DomainError(
        'CONFLICT.DUPLICATE',
        {
          value:
            /\)=\((.*)\)/
              .exec(pg.detail ?? '')?.[1]
              ?.split(', ')
              .at(-1) ?? field,
        },
        [{ field, code: 'FIELD.DUPLICATE' }],
      );
    case '23503':
      return pg.detail?.includes('still referenced')
        ? new DomainError('CONFLICT.IN_USE')
        : new DomainError('REQUEST.INVALID', {}, [{ field, code: 'FIELD.NOT_FOUND' }]);
    case '23514':
    case '23502':
    case '22P02':
    case '22003':
    case '22007':
    case '22008':
    case '22021':
    case '22P05':
      return new DomainError(
        'REQUEST.INVALID',
        {},
        field ? [{ field, code: 'FIELD.FORMAT', params: { expected: field } }] : [],
      );
    case '42501':
      return new DomainError('NOT_FOUND');
    case 'WH001':
      return new DomainError('STANDARD.FROZEN');
    case '40001':
    case '40P01':
      return new DomainError('CONFLICT.STALE');
    default:
      return isOutage(pg) ? new DomainError('SERVER.UNAVAILABLE') : null;
  }
}

/** SQLSTATE classes that say "not now": connection, resources, operator; statements given up, a read-only stand-in. */
const NOT_NOW = /^(08|53|57|58)\w{3}$|^(55P03|25006|25P02|25P03)$/;
/** What the system says of the line to the server. */
const NO_LINE =
  /^E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|HOSTDOWN|MFILE|NFILE)$/;
/** What `pg` says, without any code, when the line to the server broke or none could be had. */
const LOST =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error|^Client was closed|^Cannot use a pool after|^Query read timeout|is not queryable/;

/** Whether the database is away, or cannot for the moment. */
export function isOutage(error: { code?: string; message?: string } | null | undefined): boolean {
  const code = error?.code ?? '';
  return NOT_NOW.test(code) || NO_LINE.test(code) || LOST.test(error?.message ?? '');
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
