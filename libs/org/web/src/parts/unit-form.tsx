import { ORG_UNIT_KINDS, type CreateOrgUnitBody, type OrgUnitKind, type OrgUnitResponse } from '@wheelhouse/contracts';
import { FormField, LocalizedField, NativeSelect, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';

const SHOWN = ['name', 'code', 'kind', 'parentId'];

/** Makes a unit below `parent`, or changes `unit`. */
export function UnitForm({
  parent,
  unit,
  onClose,
  onDone,
}: {
  parent?: OrgUnitResponse;
  unit?: OrgUnitResponse;
  onClose: () => void;
  onDone?: (unit: OrgUnitResponse) => void;
}) {
  const t = useT(texts);
  const f = useFormat();
  const [form, setForm] = useState<Omit<CreateOrgUnitBody, 'parentId'>>(() => ({
    kind: unit?.kind ?? (parent?.kind === 'hq' ? 'region' : 'area'),
    code: unit?.code ?? '',
    name: unit?.name ?? { en: '', zh: '' },
  }));
  const save = useSave(
    (body: typeof form) =>
      unit
        ? api.patch<OrgUnitResponse>(`/org-units/${unit.id}`, body)
        : api.post<OrgUnitResponse>('/org-units', { ...body, parentId: parent?.id }),
    {
      changes: ['/org-units', '/outlets'],
      quiet: true,
      done: (made) => (unit ? undefined : t('form.created', { name: f.text(made.name) })),
      onDone: (made) => {
        onClose();
        onDone?.(made);
      },
    },
  );
  return (
    <FormModal
      open
      title={unit ? t('form.editUnit', { name: f.text(unit.name) }) : t('form.newUnit', { name: f.text(parent?.name) })}
      submit={t(unit ? 'form.save' : 'form.create')}
      busy={save.isPending}
      onSubmit={() => save.mutate(form)}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={SHOWN} />}
    >
      <LocalizedField
        label={t('form.name')}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        problem={(l) => save.problem?.field(`name.${l}`) ?? save.problem?.field('name')}
        required
      />
      <div className="wh-grid">
        <FormField label={t('form.code')} problem={save.problem?.field('code')} required>
          {(bind) => (
            <TextInput {...bind} value={form.code} onChange={(e) => setForm({ ...form, code: e.target.value })} />
          )}
        </FormField>
        {unit?.kind !== 'hq' && (
          <FormField label={t('form.kind')} problem={save.problem?.field('kind')}>
            {(bind) => (
              <NativeSelect
                {...bind}
                value={form.kind}
                onChange={(e) => setForm({ ...form, kind: e.target.value as OrgUnitKind })}
                options={ORG_UNIT_KINDS.filter((kind) => kind !== 'hq').map((kind) => ({
                  value: kind,
                  label: t(`kinds.${kind}`),
                }))}
              />
            )}
          </FormField>
        )}
      </div>
    </FormModal>
  );
}
