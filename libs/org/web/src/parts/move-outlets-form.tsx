import type { MoveOutletsBody, MoveOutletsResponse, OutletResponse, PeerGroupResponse } from '@wheelhouse/contracts';
import { FormField, NativeSelect, Notice, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import {
  api,
  type ApiProblem,
  FormProblem,
  localToday,
  useApi,
  useFormat,
  useSave,
  useSession,
  useT,
} from '@wheelhouse/web-core';
import { OrgUnitSelect } from '@wheelhouse/web-core/pickers';
import { useState } from 'react';
import { networkTexts } from '../network.texts.js';
import { texts } from '../texts.js';

const NO_GROUP = 'none';
const REFUSALS_SHOWN = 5;

/** Moves the chosen outlets below another unit, or puts them into a peer group: all or none. */
export function MoveOutletsForm({
  what,
  outlets,
  onClose,
  onDone,
}: {
  what: 'move' | 'regroup';
  outlets: OutletResponse[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useT(networkTexts);
  const to = useT(texts);
  const f = useFormat();
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  const groups = useApi<PeerGroupResponse[]>(what === 'regroup' ? '/peer-groups' : null);
  const [unit, setUnit] = useState<string>();
  const [from, setFrom] = useState(today);
  const [group, setGroup] = useState('');
  const save = useSave(
    () => {
      const outletIds = outlets.map(({ id }) => id);
      const body: MoveOutletsBody =
        what === 'move'
          ? { outletIds, orgUnitId: unit ?? '', from: from || undefined }
          : { outletIds, peerGroupId: group === NO_GROUP ? null : group };
      return api.post<MoveOutletsResponse>('/outlets/move', body);
    },
    {
      changes: ['/outlets', '/org-units', '/peer-groups'],
      quiet: true,
      done: ({ results }) => {
        const count = results.filter(({ moved, regrouped }) => moved || regrouped).length;
        if (count === 0) return t('unchanged');
        return t(what === 'move' ? 'moved' : 'regrouped', { count });
      },
      onDone: () => {
        onClose();
        onDone();
      },
    },
  );
  const count = outlets.length;
  return (
    <FormModal
      open
      title={t(what === 'move' ? 'moveMany' : 'regroupMany', { count })}
      lead={what === 'move' ? to('move.lead') : t('regroupLead')}
      submit={what === 'move' ? to('move.go') : t('regroup')}
      busy={save.isPending}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
      problem={<Refusals problem={save.problem} outlets={outlets} />}
    >
      <p className="org-chosen">
        {f.list(outlets.slice(0, 8).map(({ name }) => f.text(name)))}
        {count > 8 && ` ${t('more', { count: count - 8 })}`}
      </p>
      {what === 'move' ? (
        <>
          <FormField label={to('move.to')} problem={save.problem?.field('orgUnitId')} required>
            {(bind) => <OrgUnitSelect {...bind} value={unit} onChange={setUnit} />}
          </FormField>
          <FormField label={to('move.from')} hint={to('move.fromHint')} problem={save.problem?.field('from')}>
            {(bind) => (
              <TextInput {...bind} type="date" max={today} value={from} onChange={(e) => setFrom(e.target.value)} />
            )}
          </FormField>
        </>
      ) : (
        <FormField label={to('form.peerGroup')} problem={save.problem?.field('peerGroupId')} required>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={group}
              placeholder={t('choosePeers')}
              onChange={(e) => setGroup(e.target.value)}
              options={[
                ...(groups.data ?? []).map(({ id, name }) => ({ value: id, label: f.text(name) })),
                { value: NO_GROUP, label: t('noPeers') },
              ]}
            />
          )}
        </FormField>
      )}
    </FormModal>
  );
}

/** Which outlets cannot go, and why. */
function Refusals({ problem, outlets }: { problem: ApiProblem | null; outlets: OutletResponse[] }) {
  const t = useT(networkTexts);
  const f = useFormat();
  if (problem?.code !== 'ORG.MOVE_REFUSED') {
    return <FormProblem problem={problem} shown={['orgUnitId', 'from', 'peerGroupId']} />;
  }
  const reasons = (problem.details?.errors ?? []).flatMap(({ field, message }) => {
    const outlet = outlets[Number(/\d+/.exec(field)?.[0])];
    return outlet ? [t('refusedFor', { name: f.text(outlet.name), why: message })] : [];
  });
  return (
    <Notice tone="bad">
      {problem.message}
      <ul>
        {reasons.slice(0, REFUSALS_SHOWN).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {reasons.length > REFUSALS_SHOWN && t('more', { count: reasons.length - REFUSALS_SHOWN })}
    </Notice>
  );
}
