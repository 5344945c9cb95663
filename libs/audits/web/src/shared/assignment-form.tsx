import {
  ROLE_PERMISSIONS,
  SUBMIT_PERMISSION,
  type CreateAssignmentBody,
  type MemberResponse,
  type Page,
  type StandardSummary,
} from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import { FormField, NativeSelect, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import {
  api,
  FormProblem,
  localToday,
  useApi,
  useDebounced,
  useFormat,
  useSave,
  useSession,
  useT,
} from '@wheelhouse/web-core';
import { OutletSelect } from '@wheelhouse/web-core/pickers';
import { Select } from 'antd';
import { useState } from 'react';
import { listTexts } from '../lists.texts.js';
import { texts } from '../texts.js';

const KINDS = ['supervisor_audit', 'self_check', 'hq_audit'] as const;
type Kind = CreateAssignmentBody['kind'];

/** Asks for an audit at an outlet within some days, of one person or of anybody who may. */
export function AssignmentForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  return open ? <OpenForm onClose={onClose} /> : null;
}

function OpenForm({ onClose }: { onClose: () => void }) {
  const t = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { tenant, can } = useSession();
  const today = localToday(tenant?.timeZone);
  const [kind, setKind] = useState<Kind>('supervisor_audit');
  const [outletId, setOutlet] = useState<string>();
  const [version, setVersion] = useState('');
  const [assignee, setAssignee] = useState<string>();
  const [windowFrom, setFrom] = useState(today);
  const [windowTo, setTo] = useState(addDays(today, 7));
  const [tried, attempt] = useState(false);
  const standards = useApi<Page<StandardSummary>>('/standards', { limit: 100 });
  const versions = (standards.data?.items ?? [])
    .filter((standard) => standard.kind !== 'mystery_shop')
    .flatMap((standard) =>
      standard.versions
        .filter(({ status }) => status === 'published')
        .map(({ id, version }) => ({ value: id, label: `${f.text(standard.name)} ${version}` })),
    );
  const standardVersionId = version || versions[0]?.value || '';
  const save = useSave((body: CreateAssignmentBody) => api.post('/assignments', body), {
    changes: ['/assignments', '/home'],
    done: t('created'),
    quiet: true,
    onDone: onClose,
  });
  const needed = (value: unknown, field: string) =>
    save.problem?.field(field) ?? (tried && !value ? t('needed') : undefined);
  return (
    <FormModal
      open
      title={t('createTitle')}
      lead={t('createLead')}
      submit={t('createSubmit')}
      busy={save.isPending}
      onClose={onClose}
      problem={
        <FormProblem
          problem={save.problem}
          shown={['outletId', 'standardVersionId', 'assigneeMemberId', 'windowFrom', 'windowTo']}
        />
      }
      onSubmit={() => {
        attempt(true);
        if (!outletId || !standardVersionId || !windowFrom || !windowTo) return;
        save.mutate({
          kind,
          outletId,
          standardVersionId,
          windowFrom,
          windowTo,
          ...(assignee ? { assigneeMemberId: assignee } : {}),
        });
      }}
    >
      <FormField label={t('kind')} required>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={kind}
            onChange={(e) => setKind(e.target.value as Kind)}
            options={KINDS.map((value) => ({ value, label: tc(`kind.${value}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('outlet')} required problem={needed(outletId, 'outletId')}>
        {(bind) => <OutletSelect {...bind} placeholder={t('chooseOutlet')} value={outletId} onChange={setOutlet} />}
      </FormField>
      <FormField
        label={t('standard')}
        required
        problem={
          standards.data && versions.length === 0 ? t('noStandard') : needed(standardVersionId, 'standardVersionId')
        }
      >
        {(bind) => (
          <NativeSelect
            {...bind}
            value={standardVersionId}
            onChange={(e) => setVersion(e.target.value)}
            options={versions}
          />
        )}
      </FormField>
      {can('member.read') && (
        <FormField label={t('assignee')} problem={save.problem?.field('assigneeMemberId')}>
          {(bind) => <AssigneeSelect {...bind} kind={kind} value={assignee} onChange={setAssignee} />}
        </FormField>
      )}
      <div className="wh-grid" style={{ gap: 12 }}>
        <FormField label={t('windowFrom')} required problem={needed(windowFrom, 'windowFrom')}>
          {(bind) => (
            <TextInput {...bind} type="date" min={today} value={windowFrom} onChange={(e) => setFrom(e.target.value)} />
          )}
        </FormField>
        <FormField label={t('windowTo')} required problem={needed(windowTo, 'windowTo')}>
          {(bind) => (
            <TextInput
              {...bind}
              type="date"
              min={windowFrom || today}
              value={windowTo}
              onChange={(e) => setTo(e.target.value)}
            />
          )}
        </FormField>
      </div>
    </FormModal>
  );
}

/** Members whose role may do audits of a kind, searched by name on the server; who may do it at this outlet the server decides. */
function AssigneeSelect({
  kind,
  value,
  onChange,
  ...bind
}: {
  kind: Kind;
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
      options={able.map((member) => ({ value: member.id, label: `${member.person.name} · ${member.person.email}` }))}
    />
  );
}
