import { DomainError } from '@wheelhouse/kernel';

/** 409 for a code that something else in the tenant bears already. */
export function duplicateCode(code: string): DomainError {
  return new DomainError('CONFLICT.DUPLICATE', { value: code }, [{ field: 'code', code: 'FIELD.DUPLICATE' }]);
}

/** 400 for a field that names something that is not there (or is another tenant's). */
export function noSuch(field: string): DomainError {
  return new DomainError('REQUEST.INVALID', {}, [{ field, code: 'FIELD.NOT_FOUND' }]);
}

/** 400 for a figure or day outside its range; an open end is `…`. */
export function outOfRange(field: string, min: string | number = '…', max: string | number = '…'): DomainError {
  return new DomainError('REQUEST.INVALID', {}, [{ field, code: 'FIELD.RANGE', params: { min, max } }]);
}
