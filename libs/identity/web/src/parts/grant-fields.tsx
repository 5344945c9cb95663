import { ROLE_SCOPES, ROLES, type GrantBody, type Role } from '@wheelhouse/contracts';
import { FormField, NativeSelect, Segments } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { OrgUnitSelect, OutletSelect } from '@wheelhouse/web-core/pickers';
import { texts } from '../texts.js';

/** A new grant as it stands in a form before it is chosen. */
export const emptyGrant = (): GrantBody => ({ role: 'franchise_manager', scopeKind: 'outlet' });

/** Whether the role holds at a place that is not chosen yet. */
export const lacksPlace = ({ scopeKind, scopeId }: GrantBody): boolean =>
  (scopeKind === 'org_unit' || scopeKind === 'outlet') && !scopeId;

/** Role and the scope that fits it: the whole organisation, an org unit or an outlet. */
export function GrantFields({
  value,
  onChange,
  problem,
}: {
  value: GrantBody;
  onChange: (value: GrantBody) => void;
  problem: (field: keyof GrantBody) => string | undefined;
}) {
  const t = useT(texts);
  const scopes = ROLE_SCOPES[value.role];
  return (
    <>
      <FormField label={t('fields.role')} hint={t(`roleHelp.${value.role}`)} problem={problem('role')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={value.role}
            onChange={(e) => {
              const role = e.target.value as Role;
              onChange({ role, scopeKind: ROLE_SCOPES[role][0] ?? 'tenant' });
            }}
            options={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          />
        )}
      </FormField>
      {scopes.length > 1 && (
        <Segments
          label={t('fields.scope')}
          value={value.scopeKind}
          onChange={(scopeKind) => onChange({ role: value.role, scopeKind })}
          options={scopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
        />
      )}
      {value.scopeKind === 'org_unit' && (
        <FormField label={t('scopes.org_unit')} problem={problem('scopeId')} required>
          {(bind) => (
            <OrgUnitSelect {...bind} value={value.scopeId} onChange={(scopeId) => onChange({ ...value, scopeId })} />
          )}
        </FormField>
      )}
      {value.scopeKind === 'outlet' && (
        <FormField label={t('scopes.outlet')} problem={problem('scopeId')} required>
          {(bind) => (
            <OutletSelect {...bind} value={value.scopeId} onChange={(scopeId) => onChange({ ...value, scopeId })} />
          )}
        </FormField>
      )}
    </>
  );
}
