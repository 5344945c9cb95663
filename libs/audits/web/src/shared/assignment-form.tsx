import type {
  AssignManyBody,
  AssignManyResponse,
  CreateAssignmentBody,
  Page,
  StandardSummary,
} from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import { FormField, NativeSelect, Notice, Segments, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import {
  api,
  FormProblem,
  localToday,
  useApi,
  useFormat,
  useSave,
  useSession,
  useT,
  type PickedOutlet,
} from '@wheelhouse/web-core';
import { OrgUnitSelect, OutletsSelect } from '@wheelhouse/web-core/pickers';
import { useState } from 'react';
import { manyTexts } from '../assignments-many.texts.js';
import { listTexts } from '../lists.texts.js';
import { texts } from '../texts.js';
import { AssignPreview, useAssignPreview } from './assign-preview.js';
import { AssigneeSelect } from './assignee-select.js';

const KINDS = ['supervisor_audit', 'self_check', 'hq_audit'] as const;
type Kind = CreateAssignmentBody['kind'];

/** Asks for an audit at one or several outlets within some days, of one person or of anybody who may. */
export function AssignmentForm({
  open,
  at,
  onClose,
}: {
  open: boolean;
  /** Outlets that are chosen beforehand. */
  at: PickedOutlet[];
  onClose: () => void;
}) {
  return open ? <OpenForm at={at} onClose={onClose} /> : null;
}

function OpenForm({ at, onClose }: { at: PickedOutlet[]; onClose: () => void }) {
  const t = useT(listTexts);
  const tm = useT(manyTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { tenant, can } = useSession();
  const today = localToday(tenant?.timeZone);
  const [kind, setKind] = useState<Kind>('supervisor_audit');
  const [by, setBy] = useState<'byOutlet' | 'byUnit'>('byOutlet');
  const [outlets, setOutlets] = useState(at);
  const [unit, setUnit] = useState<string>();
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
  const where =
    by === 'byUnit' ? unit && { orgUnitId: unit } : outlets.length > 0 && { outletIds: outlets.map(({ id }) => id) };
  const body: AssignManyBody | null =
    where && standardVersionId && windowFrom && windowTo && windowFrom <= windowTo
      ? { kind, ...where, standardVersionId, windowFrom, windowTo, ...(assignee ? { assigneeMemberId: assignee } : {}) }
      : null;
  const preview = useAssignPreview(body);
  const count = preview.data?.assigned;
  const save = useSave((body: AssignManyBody) => api.post<AssignManyResponse>('/assignments/many', body), {
    changes: ['/assignments', '/home'],
    done: ({ assigned, skipped }) =>
      skipped.length > 0
        ? tm('assignedSkipped', { assigned, skipped: skipped.length })
        : tm('assigned', { count: assigned }),
    quiet: true,
    onDone: onClose,
  });
  const needed = (value: unknown, field: string) =>
    save.problem?.field(field) ?? (tried && !value ? t('needed') : undefined);
  const lateEnd = windowFrom && windowTo && windowTo < windowFrom ? t('endsBefore') : undefined;
  return (
    <FormModal
      open
      title={t('createTitle')}
      lead={t('createLead')}
      submit={count ? tm('submit', { count }) : t('createSubmit')}
      busy={save.isPending}
      onClose={onClose}
      problem={
        tried && count === 0 ? (
          <Notice tone="bad">
            <span role="alert">{tm('nothingDone')}</span>
          </Notice>
        ) : (
          <FormProblem
            problem={save.problem}
            shown={['outletIds', 'orgUnitId', 'standardVersionId', 'assigneeMemberId', 'windowFrom', 'windowTo']}
          />
        )
      }
      onSubmit={() => {
        attempt(true);
        if (body && count !== 0) save.mutate(body);
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
      <Segments
        label={tm('where')}
        value={by}
        onChange={setBy}
        options={(['byOutlet', 'byUnit'] as const).map((value) => ({ value, label: tm(value) }))}
      />
      {by === 'byOutlet' ? (
        <FormField label={tm('outlets')} required problem={needed(outlets.length > 0, 'outletIds')}>
          {(bind) => (
            <OutletsSelect {...bind} placeholder={tm('chooseOutlets')} value={outlets} onChange={setOutlets} />
          )}
        </FormField>
      ) : (
        <FormField label={t('orgUnit')} required problem={needed(unit, 'orgUnitId')}>
          {(bind) => <OrgUnitSelect {...bind} value={unit} onChange={setUnit} />}
        </FormField>
      )}
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
        <FormField label={t('windowTo')} required problem={lateEnd ?? needed(windowTo, 'windowTo')}>
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
      <AssignPreview preview={preview} />
    </FormModal>
  );
}
