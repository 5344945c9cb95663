import type { OutletResponse, Page } from '@wheelhouse/contracts';
import { useFormat } from '@wheelhouse/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/use-api.js';
import { useDebounced } from '../forms/use-debounced.js';

export interface OutletSelectProps {
  value: string | null | undefined;
  onChange: (id: string | undefined, outlet?: OutletResponse) => void;
  placeholder?: string;
  allowClear?: boolean;
  id?: string;
  'aria-label'?: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/** Chooses one outlet by name or code, searched on the server. Needs Ant Design (`page` layout). */
export function OutletSelect({ value, onChange, 'aria-invalid': invalid, ...rest }: OutletSelectProps) {
  const f = useFormat();
  const [typed, type] = useState('');
  const q = useDebounced(typed.trim());
  const found = useApi<Page<OutletResponse>>('/outlets', { q, limit: 30 }, { keep: true });
  const listed = found.data?.items ?? [];
  const missing = value && !listed.some((outlet) => outlet.id === value) ? value : null;
  const chosen = useApi<OutletResponse>(missing ? `/outlets/${missing}` : null);
  const outlets = chosen.data && missing ? [chosen.data, ...listed] : listed;
  return (
    <Select
      {...rest}
      style={{ width: '100%' }}
      status={invalid ? 'error' : undefined}
      value={value ?? undefined}
      onChange={(id: string | undefined) =>
        onChange(
          id,
          outlets.find((outlet) => outlet.id === id),
        )
      }
      showSearch={{ filterOption: false, onSearch: type }}
      loading={found.isFetching}
      options={outlets.map((outlet) => ({ value: outlet.id, label: `${f.text(outlet.name)} · ${outlet.code}` }))}
    />
  );
}
