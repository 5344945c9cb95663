import type { CreateTenantBody } from '@wheelhouse/contracts';
import { Checkbox, FormField, LocalizedField, NativeSelect, TextInput } from '@wheelhouse/ui';
import { useFormat, useT, type ApiProblem } from '@wheelhouse/web-core';
import { texts } from '../texts.js';
import { NewPasswordField } from './new-password-field.js';

type Person = CreateTenantBody['admin'];

/** An empty tenant form, in the zone of whoever fills it in. */
export const emptyTenant = (): CreateTenantBody => ({
  slug: '',
  name: { en: '', zh: '' },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  weekStart: 1,
  requireSecondFactor: true,
  admin: emptyPerson(),
});
export const emptyPerson = (): Person => ({ email: '', name: '', password: '' });

interface FieldsProps<T> {
  value: T;
  onChange: (value: T) => void;
  problem: ApiProblem | null;
  /** Path of these fields in the request, e.g. `tenant.`. */
  at: string;
}

/** Name, e-mail and password of a new person. */
export function NewPersonFields({ value, onChange, problem, at }: FieldsProps<Person>) {
  const t = useT(texts);
  return (
    <>
      <div className="wh-grid">
        <FormField label={t('fields.name')} problem={problem?.field(`${at}name`)} required>
          {(bind) => (
            <TextInput {...bind} value={value.name} onChange={(e) => onChange({ ...value, name: e.target.value })} />
          )}
        </FormField>
        <FormField label={t('fields.email')} problem={problem?.field(`${at}email`)} required>
          {(bind) => (
            <TextInput
              {...bind}
              type="email"
              autoComplete="off"
              value={value.email}
              onChange={(e) => onChange({ ...value, email: e.target.value })}
            />
          )}
        </FormField>
      </div>
      <NewPasswordField
        label={t('fields.password')}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        problem={problem?.field(`${at}password`)}
      />
    </>
  );
}

/** Name, short name, zone and week of a new tenant, without its administrator. */
export function NewTenantFields({ value, onChange, problem, at }: FieldsProps<CreateTenantBody>) {
  const t = useT(texts);
  const f = useFormat();
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <>
      <LocalizedField
        label={t('fields.tenantName')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        problem={(l) => problem?.field(`${at}name.${l}`)}
        required
      />
      <FormField label={t('fields.slug')} hint={t('fields.slugHint')} problem={problem?.field(`${at}slug`)} required>
        {(bind) => (
          <TextInput
            {...bind}
            autoCapitalize="none"
            value={value.slug}
            onChange={(e) => onChange({ ...value, slug: e.target.value })}
          />
        )}
      </FormField>
      <div className="wh-grid">
        <FormField label={t('fields.timeZone')} problem={problem?.field(`${at}timeZone`)}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={value.timeZone}
              onChange={(e) => onChange({ ...value, timeZone: e.target.value })}
              options={(zones.includes(value.timeZone) ? zones : [value.timeZone, ...zones]).map((zone) => ({
                value: zone,
                label: zone.replaceAll('_', ' '),
              }))}
            />
          )}
        </FormField>
        <FormField label={t('fields.weekStart')} problem={problem?.field(`${at}weekStart`)}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={value.weekStart}
              onChange={(e) => onChange({ ...value, weekStart: Number(e.target.value) })}
              options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: f.weekday(day) }))}
            />
          )}
        </FormField>
      </div>
      <div>
        <Checkbox
          label={t('fields.requireSecondFactor')}
          checked={value.requireSecondFactor ?? false}
          onChange={(e) => onChange({ ...value, requireSecondFactor: e.target.checked })}
        />
        <p className="wh-small wh-muted">{t('fields.requireSecondFactorHint')}</p>
      </div>
    </>
  );
}
