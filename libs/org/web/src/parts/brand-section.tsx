import type { TenantSettingsResponse } from '@wheelhouse/contracts';
import { FormField, LocalizedField, Section, TextInput } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { settingsTexts } from '../settings-texts.js';
import { AccentPreview } from './accent-preview.js';
import { LogoField } from './logo-field.js';

/** Name, logo and colour of the organisation. */
export function BrandSection({
  settings,
  name,
  accent,
  onChange,
  problem,
  disabled,
}: {
  settings: TenantSettingsResponse;
  name: TenantSettingsResponse['name'];
  accent: string;
  onChange: (change: { name?: TenantSettingsResponse['name']; accent?: string }) => void;
  problem: (field: string) => string | undefined;
  disabled: boolean;
}) {
  const t = useT(settingsTexts);
  return (
    <Section title={t('brand')}>
      <div className="wh-stack">
        <LocalizedField
          label={t('name')}
          value={name}
          onChange={(next) => !disabled && onChange({ name: next })}
          problem={(l) => problem(`name.${l}`)}
        />
        <LogoField settings={settings} />
        <FormField label={t('accent')} hint={t('accentHint')} problem={problem('accent')}>
          {(bind) => (
            <span className="org-colour">
              <input
                type="color"
                aria-label={t('accentPick')}
                disabled={disabled}
                value={accent}
                onChange={(e) => onChange({ accent: e.target.value })}
              />
              <TextInput
                {...bind}
                disabled={disabled}
                value={accent}
                maxLength={7}
                onChange={(e) => onChange({ accent: e.target.value })}
              />
            </span>
          )}
        </FormField>
        <AccentPreview accent={accent} />
      </div>
    </Section>
  );
}
