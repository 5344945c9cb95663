import type { OutletResponse, Page } from '@wheelhouse/contracts';
import { useFormat } from '@wheelhouse/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/use-api.js';
import type { PickedOutlet } from '../audits/assign-at.js';
import { useDebounced } from '../forms/use-debounced.js';

/** Chooses several outlets by name or code, searched on the server. Needs Ant Design (`page` layout). */
export function OutletsSelect({
  value,
  onChange,
  'aria-invalid': invalid,
  ...bind
}: {
  value: PickedOutlet[];
  onChange: (value: PickedOutlet[]) => void;
  placeholder?: string;
  id?: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}) {
  const f = useFormat();
  const [typed, type] = useState('');
  const q = useDebounced(typed.trim());
  const found = useApi<Page<OutletResponse>>('/outlets', { q, limit: 30 }, { keep: true });
  return (
    <Select
      {...bind}
      mode="multiple"
      labelInValue
      style={{ width: '100%' }}
      status={invalid ? 'error' : undefined}
      maxTagCount={12}
      showSearch={{ filterOption: false, onSearch: type }}
      loading={found.isFetching}
      value={value.map(({ id, label }) => ({ value: id, label }))}
      onChange={(chosen: { value: string; label?: unknown }[]) =>
        onChange(chosen.map((one) => ({ id: one.value, label: String(one.label ?? '') })))
      }
      options={(found.data?.items ?? []).map((outlet) => ({
        value: outlet.id,
        label: `${f.text(outlet.name)} · ${outlet.code}`,
      }))}
    />
  );
}
