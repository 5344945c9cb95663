import type {
  Actor,
  StandardProblem,
  StandardSummary,
  StandardVersionResponse,
  StandardVersionSummary,
} from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { fieldText } from '@wheelhouse/platform-i18n';
import { canTransition, checkPublishable } from '@wheelhouse/standards-domain';
import { mayEdit, mayPublish, mayRead } from './standard.policy.js';
import type { VersionHead, VersionRow } from './standard-versions.repository.js';
import type { StandardRow } from './standards.repository.js';

/** A standard with the versions that the actor may read, the newest first. */
export function presentStandard(actor: Actor, standard: StandardRow, versions: VersionHead[]): StandardSummary {
  return {
    id: standard.id,
    code: standard.code,
    kind: standard.kind,
    name: standard.name,
    versions: versions.filter((version) => mayRead(actor, version)).map(presentHead),
    can: { edit: mayEdit(actor) },
  };
}

/**
 * A version with its body. `can.publish` says that the actor may try; `problems` says what would refuse it.
 * @param names of the members who saved and published it
 * @param hasDraft whether the standard has a draft, this one or another: then there is no copying
 */
export function presentVersion(
  ctx: Ctx,
  row: VersionRow,
  hasDraft: boolean,
  names: ReadonlyMap<string, string>,
): StandardVersionResponse {
  const { problems, warnings } = row.status === 'draft' ? checkPublishable(row.body) : { problems: [], warnings: [] };
  const edit = mayEdit(ctx.actor);
  const publish = mayPublish(ctx.actor);
  const inWords = (problem: FieldProblem): StandardProblem => ({
    field: problem.field,
    code: problem.code,
    message: fieldText(problem.code, problem.params ?? {}, ctx.locale),
  });
  const person = (id: string | null) => {
    const name = id === null ? undefined : names.get(id);
    return id !== null && name !== undefined ? { memberId: id, name } : null;
  };
  return {
    ...presentHead(row),
    standardId: row.standardId,
    revision: row.revision,
    editedBy: person(row.editedBy),
    publishedBy: person(row.publishedBy),
    body: row.body,
    problems: problems.map(inWords),
    warnings: warnings.map(inWords),
    can: {
      edit: edit && canTransition(row.status, 'edit'),
      publish: publish && canTransition(row.status, 'publish'),
      copy: edit && !hasDraft && canTransition(row.status, 'copy'),
      retire: publish && canTransition(row.status, 'retire'),
      discard: edit && canTransition(row.status, 'discard'),
    },
  };
}

function presentHead(row: VersionHead): StandardVersionSummary {
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    itemCount: row.itemCount,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    retiredAt: row.retiredAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}
