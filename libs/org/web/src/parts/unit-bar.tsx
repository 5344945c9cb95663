import type { OrgUnitResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Notice, StatusTag } from '@wheelhouse/ui';
import { api, type ApiProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';
import { MoveForm } from './move-form.js';
import { UnitForm } from './unit-form.js';

/** The chosen unit, and what may be done with it. */
export function UnitBar({ unit, onSelect }: { unit: OrgUnitResponse; onSelect: (id: string) => void }) {
  const t = useT(texts);
  const f = useFormat();
  const [form, setForm] = useState<'add' | 'edit' | 'move' | null>(null);
  const name = f.text(unit.name);
  const close = () => setForm(null);
  const remove = useSave(() => api.delete(`/org-units/${unit.id}`), {
    changes: ['/org-units'],
    quiet: true,
    done: t('peers.removed'),
    onDone: () => onSelect(unit.parentId ?? ''),
  });
  return (
    <div className="org-unitbar">
      <div className="wh-row">
        <h2 title={name}>{name}</h2>
        {unit.kind !== 'hq' && <StatusTag>{t(`kinds.${unit.kind}`)}</StatusTag>}
        <span className="wh-muted">{t('network.found', { count: unit.outlets })}</span>
      </div>
      {unit.can.manage && (
        <div className="wh-row" style={{ gap: 0 }}>
          <Button variant="quiet" icon="plus" onClick={() => setForm('add')}>
            {t('actions.addUnit')}
          </Button>
          <Button variant="quiet" icon="edit" aria-label={t('actions.editUnit')} onClick={() => setForm('edit')} />
          {unit.kind !== 'hq' && (
            <Button variant="quiet" icon="move" aria-label={t('actions.moveUnit')} onClick={() => setForm('move')} />
          )}
          {unit.kind !== 'hq' && (
            <ConfirmButton
              variant="quiet"
              icon="trash"
              aria-label={t('actions.removeUnit')}
              question={t('actions.removeQuestion', { name })}
              detail={t('actions.removeDetail')}
              confirm={t('peers.removeConfirm')}
              onConfirm={() => remove.mutateAsync(undefined).catch(() => undefined)}
            />
          )}
        </div>
      )}
      {remove.problem && <UnitRefusal problem={remove.problem} />}
      {form === 'add' && <UnitForm parent={unit} onClose={close} onDone={(made) => onSelect(made.id)} />}
      {form === 'edit' && <UnitForm unit={unit} onClose={close} />}
      {form === 'move' && (
        <MoveForm path={`/org-units/${unit.id}`} name={name} now={unit.parentId} except={unit.id} onClose={close} />
      )}
    </div>
  );
}

/** Why a unit stays: what hangs under it, each with its number. */
function UnitRefusal({ problem }: { problem: ApiProblem }) {
  const reasons = problem.details?.errors ?? [];
  return (
    <div style={{ flexBasis: '100%' }} role="alert">
      <Notice tone="bad">
        {problem.message}
        {reasons.length > 0 && (
          <ul>
            {reasons.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
