import type { Page, StandardSummary } from '@wheelhouse/contracts';
import { NativeSelect, type FieldBinding } from '@wheelhouse/ui';
import { useApi, useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts/cycle.texts.js';

/** Chooses a published version of a standard; the present one stays on offer even when it has been retired. */
export function StandardSelect({
  bind,
  value,
  onChange,
}: {
  bind: FieldBinding;
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useT(texts);
  const f = useFormat();
  const standards = useApi<Page<StandardSummary>>('/standards', { limit: 100 });
  const options = (standards.data?.items ?? []).flatMap((standard) =>
    standard.versions
      .filter((version) => version.status === 'published' || version.id === value)
      .map((version) => ({ value: version.id, label: `${f.text(standard.name)} ${version.version}` })),
  );
  return (
    <NativeSelect
      {...bind}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      placeholder={t('form.noStandard')}
      options={options}
    />
  );
}
