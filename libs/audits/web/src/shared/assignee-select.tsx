import {
  ROLE_PERMISSIONS,
  SUBMIT_PERMISSION,
  type CreateAssignmentBody,
  type MemberResponse,
  type Page,
} from '@wheelhouse/contracts';
import { useApi, useDebounced, useT } from '@wheelhouse/web-core';
import { Select } from 'antd';
import { useState } from 'react';
import { listTexts } from '../lists.texts.js';

/** Members whose role may do audits of a kind, searched by name on the server; who may do it at this outlet the server decides. */
export function AssigneeSelect({
  kind,
  value,
  onChange,
  ...bind
}: {
  kind: CreateAssignmentBody['kind'];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  id?: string;
}) {
  const t = useT(listTexts);
  const [typed, type] = useState('');
  const q = useDebounced(typed.trim());
  const members = useApi<Page<MemberResponse>>('/members', { q, limit: 100 }, { keep: true });
  const able = (members.data?.items ?? []).filter(
    (member) =>
      member.status === 'active' &&
      member.grants.some(({ role }) => ROLE_PERMISSIONS[role].includes(SUBMIT_PERMISSION[kind])),
  );
  return (
    <Select
      {...bind}
      allowClear
      style={{ width: '100%' }}
      placeholder={t('anybody')}
      value={value}
      onChange={(id: string | undefined) => onChange(id)}
      showSearch={{ filterOption: false, onSearch: type }}
      loading={members.isFetching}
      notFoundContent={members.isFetching ? null : t('nobodyFound')}
      options={able.map((member) => ({ value: member.id, label: `${member.person.name} · ${member.person.email}` }))}
    />
  );
}
