import {
  CITY_TIERS,
  type CityTier,
  type CreateOutletBody,
  type OutletResponse,
  type PeerGroupResponse,
} from '@wheelhouse/contracts';
import { Button, FormField, LocalizedField, NativeSelect, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, localToday, useApi, useFormat, useSave, useSession, useT } from '@wheelhouse/web-core';
import { OrgUnitSelect } from '@wheelhouse/web-core/pickers';
import { useState } from 'react';
import { texts } from '../texts.js';
import { attributeRows, attributesOf } from './attributes.js';
import { KindField } from './kind-field.js';

const SHOWN = [
  'name',
  'code',
  'kind',
  'orgUnitId',
  'peerGroupId',
  'cityTier',
  'city',
  'latitude',
  'longitude',
  'openedOn',
];
const NO_TEXT = { en: '', zh: '' };
const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));

/** Makes an outlet, or changes one; moving is a form of its own because it has a day. */
export function OutletForm({
  outlet,
  orgUnitId,
  onClose,
  onDone,
}: {
  outlet?: OutletResponse;
  orgUnitId?: string;
  onClose: () => void;
  onDone?: (outlet: OutletResponse) => void;
}) {
  const t = useT(texts);
  const f = useFormat();
  const { tenant } = useSession();
  const groups = useApi<PeerGroupResponse[]>('/peer-groups');
  const [form, setForm] = useState(() => ({
    code: outlet?.code ?? '',
    name: outlet?.name ?? NO_TEXT,
    kind: outlet?.kind ?? '',
    orgUnitId: outlet?.orgUnitId ?? orgUnitId,
    peerGroupId: outlet?.peerGroupId ?? '',
    cityTier: outlet?.cityTier ?? '',
    city: outlet?.city ?? NO_TEXT,
    latitude: outlet?.latitude?.toString() ?? '',
    longitude: outlet?.longitude?.toString() ?? '',
    openedOn: outlet?.openedOn ?? localToday(tenant?.timeZone),
    attributes: attributeRows(outlet?.attributes ?? {}),
  }));
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const save = useSave(
    () => {
      const { orgUnitId: unit, ...rest } = form;
      const body: Omit<CreateOutletBody, 'orgUnitId'> = {
        ...rest,
        peerGroupId: rest.peerGroupId || null,
        cityTier: (rest.cityTier || null) as CityTier | null,
        city: rest.city.en || rest.city.zh ? rest.city : null,
        latitude: numberOf(rest.latitude),
        longitude: numberOf(rest.longitude),
        attributes: attributesOf(rest.attributes),
      };
      return outlet
        ? api.patch<OutletResponse>(`/outlets/${outlet.id}`, body)
        : api.post<OutletResponse>('/outlets', { ...body, orgUnitId: unit });
    },
    {
      changes: ['/outlets', '/org-units', '/peer-groups'],
      quiet: true,
      done: (made) => (outlet ? undefined : t('form.created', { name: f.text(made.name) })),
      onDone: (made) => {
        onClose();
        onDone?.(made);
      },
    },
  );
  const field = (name: string) => save.problem?.field(name);
  return (
    <FormModal
      open
      width={720}
      title={outlet ? t('form.editOutlet', { name: f.text(outlet.name) }) : t('form.newOutlet')}
      submit={t(outlet ? 'form.save' : 'form.create')}
      busy={save.isPending}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={SHOWN} />}
    >
      <LocalizedField
        label={t('form.name')}
        value={form.name}
        onChange={(name) => set({ name })}
        problem={(l) => field(`name.${l}`) ?? field('name')}
        required
      />
      <div className="wh-grid">
        <FormField label={t('form.code')} problem={field('code')} required>
          {(bind) => <TextInput {...bind} value={form.code} onChange={(e) => set({ code: e.target.value })} />}
        </FormField>
        <KindField value={form.kind} onChange={(kind) => set({ kind })} problem={field('kind')} />
      </div>
      {!outlet && (
        <FormField label={t('form.unit')} problem={field('orgUnitId')} required>
          {(bind) => <OrgUnitSelect {...bind} value={form.orgUnitId} onChange={(id) => set({ orgUnitId: id })} />}
        </FormField>
      )}
      <div className="wh-grid">
        <FormField label={t('form.peerGroup')} problem={field('peerGroupId')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={form.peerGroupId}
              placeholder={t('form.noPeerGroup')}
              onChange={(e) => set({ peerGroupId: e.target.value })}
              options={(groups.data ?? []).map((group) => ({ value: group.id, label: f.text(group.name) }))}
            />
          )}
        </FormField>
        <FormField label={t('form.tier')} problem={field('cityTier')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={form.cityTier}
              placeholder={t('form.noTier')}
              onChange={(e) => set({ cityTier: e.target.value })}
              options={CITY_TIERS.map((tier) => ({ value: tier, label: t(`tiers.${tier}`) }))}
            />
          )}
        </FormField>
      </div>
      <LocalizedField
        label={t('form.city')}
        value={form.city}
        onChange={(city) => set({ city })}
        problem={(l) => field(`city.${l}`) ?? field('city')}
      />
      <div className="wh-grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))' }}>
        <FormField label={t('form.openedOn')} problem={field('openedOn')}>
          {(bind) => (
            <TextInput
              {...bind}
              type="date"
              value={form.openedOn}
              onChange={(e) => set({ openedOn: e.target.value })}
            />
          )}
        </FormField>
        <FormField label={t('form.latitude')} problem={field('latitude')}>
          {(bind) => (
            <TextInput
              {...bind}
              inputMode="decimal"
              value={form.latitude}
              onChange={(e) => set({ latitude: e.target.value })}
            />
          )}
        </FormField>
        <FormField label={t('form.longitude')} problem={field('longitude')}>
          {(bind) => (
            <TextInput
              {...bind}
              inputMode="decimal"
              value={form.longitude}
              onChange={(e) => set({ longitude: e.target.value })}
            />
          )}
        </FormField>
      </div>
      <fieldset className="wh-stack" style={{ border: 0, margin: 0, padding: 0, gap: 8 }}>
        <legend className="wh-field__label" style={{ padding: 0, marginBottom: 6 }}>
          {t('form.attributes')} <span className="wh-muted">· {t('form.attributesHint')}</span>
        </legend>
        {form.attributes.map((row, i) => {
          const change = (next: Partial<typeof row>) =>
            set({ attributes: form.attributes.map((old, k) => (k === i ? { ...old, ...next } : old)) });
          return (
            <div key={i} className="org-attribute">
              <TextInput
                aria-label={t('form.attributeName')}
                placeholder={t('form.attributeName')}
                value={row.name}
                onChange={(e) => change({ name: e.target.value })}
              />
              <TextInput
                aria-label={t('form.attributeValue')}
                placeholder={t('form.attributeValue')}
                value={row.value}
                onChange={(e) => change({ value: e.target.value })}
              />
              <Button
                variant="quiet"
                icon="trash"
                aria-label={t('form.removeAttribute', { name: row.name })}
                onClick={() => set({ attributes: form.attributes.filter((_, k) => k !== i) })}
              />
            </div>
          );
        })}
        <div>
          <Button
            variant="quiet"
            icon="plus"
            onClick={() => set({ attributes: [...form.attributes, { name: '', value: '' }] })}
          >
            {t('form.addAttribute')}
          </Button>
        </div>
      </fieldset>
    </FormModal>
  );
}
