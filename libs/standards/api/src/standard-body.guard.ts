import type { StandardBody } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { checkStandardShape, compareVersions } from '@wheelhouse/standards-domain';

/**
 * The document as a `standard.v1` body. An incomplete one is one too; a malformed one is refused with every place that is
 * wrong, each below `path`, the request's field that holds the document. @throws REQUEST.INVALID
 */
export function asStandardBody(document: unknown, path: string): StandardBody {
  const problems = checkStandardShape(document);
  if (problems.length > 0) {
    throw new DomainError(
      'REQUEST.INVALID',
      {},
      problems.map((problem) => ({ ...problem, field: below(path, problem.field) })),
    );
  }
  return document as StandardBody;
}

/** Refuses a body that belongs to another standard: code and kind never change. @throws STANDARD.CODE_FIXED, REQUEST.INVALID */
export function requireSameStandard(body: StandardBody, standard: { code: string; kind: string }, path: string): void {
  if (body.code !== standard.code) {
    throw new DomainError('STANDARD.CODE_FIXED', {}, [
      { field: `${path}.code`, code: 'FIELD.ENUM', params: { allowed: standard.code } },
    ]);
  }
  if (body.kind !== standard.kind) {
    throw new DomainError('REQUEST.INVALID', {}, [
      { field: `${path}.kind`, code: 'FIELD.ENUM', params: { allowed: standard.kind } },
    ]);
  }
}

/** Refuses a version number that is not above all of `others`. @throws STANDARD.VERSION_ORDER */
export function requireHigherVersion(version: string, others: { version: string }[], field: string): void {
  const highest = highestVersion(others);
  if (highest !== null && compareVersions(version, highest) <= 0) {
    throw new DomainError('STANDARD.VERSION_ORDER', { highest }, [
      { field, code: 'FIELD.FORMAT', params: { expected: `> ${highest}` } },
    ]);
  }
}

/** The highest of these version numbers; null without any. */
export function highestVersion(versions: { version: string }[]): string | null {
  return (
    versions
      .map(({ version }) => version)
      .sort(compareVersions)
      .at(-1) ?? null
  );
}

/** The domain calls the document itself `document`. */
const below = (path: string, field: string) => (field === 'document' ? path : `${path}.${field}`);
