import type {
  MetricKind,
  ObjectiveBody,
  ObjectiveResponse,
  ScoreSource,
  UpdateObjectiveBody,
} from '@wheelhouse/contracts';

/** An objective as it is being written: the fields as the form holds them. */
export interface ObjectiveDraft {
  name: { en: string; zh: string };
  kind: MetricKind;
  source: ScoreSource;
  sectionId: string | undefined;
  itemId: string | undefined;
  direction: 'up' | 'down';
  target: string;
  dueOn: string;
}

export function draftOf(objective?: ObjectiveResponse): ObjectiveDraft {
  return {
    name: objective?.name ?? { en: '', zh: '' },
    kind: objective?.metric.kind ?? 'item_pass_rate',
    source: objective?.metric.source ?? 'audit',
    sectionId: objective?.metric.sectionId,
    itemId: objective?.metric.itemId,
    direction: objective?.direction ?? 'up',
    target: objective?.target?.toString() ?? '',
    dueOn: objective?.dueOn ?? '',
  };
}

/** What a draft says, as the server takes it. */
export function bodyOf({ name, kind, source, sectionId, itemId, direction, target, dueOn }: ObjectiveDraft) {
  return {
    name: { en: name.en.trim(), zh: name.zh.trim() },
    metric: {
      kind,
      source,
      ...(kind === 'section_score' && { sectionId: sectionId ?? '' }),
      ...(kind === 'item_pass_rate' && { itemId: itemId ?? '' }),
    },
    direction,
    target: target.trim() === '' ? null : Number(target),
    dueOn: dueOn || null,
  } satisfies ObjectiveBody;
}

const FIELDS = ['name', 'metric', 'direction', 'target', 'dueOn'] as const;
export type ObjectiveField = (typeof FIELDS)[number];
export type ObjectiveValues = ReturnType<typeof bodyOf>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What of `to` differs from `from`. */
export function changedFields(from: ObjectiveValues, to: ObjectiveValues): ObjectiveField[] {
  return FIELDS.filter((field) => !same(from[field], to[field]));
}

/** Only these fields: whatever else somebody has changed meanwhile stays as they left it. */
export function only(fields: ObjectiveField[], of: ObjectiveValues): UpdateObjectiveBody {
  return Object.fromEntries(fields.map((field) => [field, of[field]]));
}

/** The fields that both have changed since `base`, each in another way. */
export function clashes(base: ObjectiveValues, mine: ObjectiveValues, theirs: ObjectiveValues): ObjectiveField[] {
  const changedByThem = changedFields(base, theirs);
  return changedFields(base, mine).filter(
    (field) => changedByThem.includes(field) && !same(mine[field], theirs[field]),
  );
}
