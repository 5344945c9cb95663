import type { OrgUnitResponse } from '@wheelhouse/contracts';
import { useFormat } from '@wheelhouse/ui';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useApi } from '../api/use-api.js';

interface Node {
  value: string;
  title: string;
  disabled: boolean;
  children: Node[];
}

export interface OrgUnitSelectProps {
  value: string | null | undefined;
  onChange: (id: string | undefined) => void;
  placeholder?: string;
  allowClear?: boolean;
  /** Units that may not be chosen, with everything below them. */
  except?: string;
  id?: string;
  'aria-label'?: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/** Chooses one org unit of the reader's part of the tree, with search. Needs Ant Design (`page` layout). */
export function OrgUnitSelect({ value, onChange, except, 'aria-invalid': invalid, ...rest }: OrgUnitSelectProps) {
  const f = useFormat();
  const units = useApi<OrgUnitResponse[]>('/org-units');
  const tree = useMemo(() => {
    const nodes = new Map<string, Node>();
    const roots: Node[] = [];
    for (const unit of units.data ?? []) {
      const parent = unit.parentId ? nodes.get(unit.parentId) : undefined;
      const node: Node = {
        value: unit.id,
        title: f.text(unit.name),
        disabled: unit.id === except || Boolean(parent?.disabled),
        children: [],
      };
      nodes.set(unit.id, node);
      (parent?.children ?? roots).push(node);
    }
    return roots;
  }, [units.data, f, except]);
  return (
    <TreeSelect
      {...rest}
      style={{ width: '100%' }}
      status={invalid ? 'error' : undefined}
      value={value ?? undefined}
      onChange={(id: string | undefined) => onChange(id)}
      treeData={tree}
      loading={units.isPending}
      treeDefaultExpandAll
      treeLine
      showSearch={{ treeNodeFilterProp: 'title' }}
    />
  );
}
