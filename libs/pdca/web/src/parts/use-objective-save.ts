import type { CycleResponse, ObjectiveResponse, UpdateObjectiveBody } from '@wheelhouse/contracts';
import { toast } from '@wheelhouse/ui';
import { api, ApiProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { objectiveTexts } from '../texts/objective.texts.js';
import {
  bodyOf,
  changedFields,
  clashes,
  draftOf,
  only,
  type ObjectiveDraft,
  type ObjectiveField,
  type ObjectiveValues,
} from './objective-draft.js';

/** What two people changed in different ways. */
export interface Clash {
  theirs: ObjectiveResponse;
  mine: ObjectiveValues;
  fields: ObjectiveField[];
}

const changes = ['/cycles'];
const isStale = (error: unknown) => error instanceof ApiProblem && error.code === 'CONFLICT.STALE';

interface What {
  cycleId: string;
  base: ObjectiveResponse | undefined;
  draft: ObjectiveDraft;
  onDone: () => void;
}

/**
 * Saves an objective that is edited in place: only what was changed goes to the server. When somebody else has changed
 * it meanwhile, changes to different fields become one; where both changed the same field, the writer chooses.
 */
export function useObjectiveSave({ cycleId, base, draft, onDone }: What) {
  const t = useT(objectiveTexts);
  const [clash, setClash] = useState<Clash | null>(null);
  const patch = (id: string, body: UpdateObjectiveBody) => api.patch<ObjectiveResponse>(`/objectives/${id}`, body);
  const undo = useSave(
    ({ id, back }: { id: string; back: UpdateObjectiveBody | null }) =>
      back ? patch(id, back) : api.delete(`/objectives/${id}`),
    { changes, done: t('takenBack') },
  );

  /** Saves over the revision that was read, or over `revision` once the writer has seen what it holds. */
  async function run(revision: number | undefined): Promise<ObjectiveResponse | null> {
    const mine = bodyOf(draft);
    if (!base) return api.post<ObjectiveResponse>(`/cycles/${cycleId}/objectives`, mine);
    const was = bodyOf(draftOf(base));
    const body = only(changedFields(was, mine), mine);
    if (Object.keys(body).length === 0) return base;
    try {
      return await patch(base.id, { ...body, revision: revision ?? base.revision });
    } catch (error) {
      if (!isStale(error)) throw error;
      const { objectives } = await api.get<CycleResponse>(`/cycles/${cycleId}`);
      const theirs = objectives.find(({ id }) => id === base.id);
      if (!theirs) throw error;
      const fields = clashes(was, mine, bodyOf(draftOf(theirs)));
      if (fields.length === 0) return patch(base.id, { ...body, revision: theirs.revision });
      setClash({ theirs, mine, fields });
      return null;
    }
  }

  const save = useSave(run, {
    changes,
    quiet: true,
    done: null,
    onDone: (saved) => {
      if (!saved) return;
      onDone();
      if (saved === base) return;
      const was = base && bodyOf(draftOf(base));
      // Taking it back restores what stood there before: theirs, where it was written over.
      const stood = clash ? bodyOf(draftOf(clash.theirs)) : was;
      const back = was && stood && { ...only(changedFields(was, bodyOf(draft)), stood), revision: saved.revision };
      toast({ text: base ? t('saved') : t('added'), undo: () => undo.mutate({ id: saved.id, back: back ?? null }) });
    },
  });
  return { save, clash, takeTheirs: onDone };
}
