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
    case '57P01':
    case '57P02':
    case '57P03':
    case '53300':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ETIMEDOUT':
      return new DomainError('SERVER.UNAVAILABLE');
    default:
      return LOST.test(pg?.message ?? '') ? new DomainError('SERVER.UNAVAILABLE') : null;
  }
}

/** What `pg` says, without any code, when the line to the server broke or none could be had. */
const LOST =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/;

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
