import {
  ASSIGN_MOST,
  type AssignmentResponse,
  type CancelAssignmentsBody,
  type CancelAssignmentsResponse,
} from '@wheelhouse/contracts';
import { ConfirmButton, SelectionBar, type Chosen } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { manyTexts } from '../assignments-many.texts.js';

const NAMED = 6;

/** Takes the chosen assignments back; asks once, with the outlets' names. */
export function CancelChosen({ chosen }: { chosen: Chosen<AssignmentResponse> }) {
  const t = useT(manyTexts);
  const f = useFormat();
  const count = chosen.rows.length;
  const cancel = useSave(
    (body: CancelAssignmentsBody) => api.post<CancelAssignmentsResponse>('/assignments/cancel', body),
    {
      changes: ['/assignments', '/home', '/waves'],
      done: ({ cancelled, skipped }) =>
        skipped.length > 0
          ? t('cancelSome', { cancelled, skipped: skipped.length })
          : t('cancelDone', { count: cancelled }),
      onDone: chosen.clear,
    },
  );
  if (count === 0) return null;
  const tooMany = count > ASSIGN_MOST;
  const names = chosen.rows.slice(0, NAMED).map(({ outlet }) => f.text(outlet.name));
  const rest = count > NAMED ? [t('andMore', { count: count - NAMED })] : [];
  return (
    <SelectionBar
      text={t('chosen', { count })}
      problem={tooMany ? t('tooMany', { max: f.number(ASSIGN_MOST) }) : undefined}
      onClear={chosen.clear}
    >
      <ConfirmButton
        variant="danger"
        disabled={tooMany}
        question={t('cancelQuestion', { count })}
        detail={t('cancelDetail', { outlets: f.list([...names, ...rest]) })}
        confirm={t('cancelMany', { count })}
        onConfirm={() => cancel.mutateAsync({ ids: chosen.rows.map(({ id }) => id) })}
      >
        {t('cancelMany', { count })}
      </ConfirmButton>
    </SelectionBar>
  );
}
