import type { MoveBody } from '@wheelhouse/contracts';
import { FormField, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, localToday, useSave, useSession, useT } from '@wheelhouse/web-core';
import { OrgUnitSelect } from '@wheelhouse/web-core/pickers';
import { useState } from 'react';
import { texts } from '../texts.js';

/** Hangs an outlet (`/outlets/:id`) or a unit (`/org-units/:id`) under another unit from a day on. */
export function MoveForm({
  path,
  name,
  now,
  except,
  onClose,
}: {
  path: string;
  name: string;
  now: string | null;
  except?: string;
  onClose: () => void;
}) {
  const t = useT(texts);
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  const [form, setForm] = useState<{ orgUnitId: string | undefined; from: string }>(() => ({
    orgUnitId: now ?? undefined,
    from: today,
  }));
  const save = useSave((body: MoveBody) => api.post(`${path}/move`, body), {
    changes: ['/outlets', '/org-units'],
    quiet: true,
    done: t('move.done'),
    onDone: onClose,
  });
  return (
    <FormModal
      open
      title={t('move.title', { name })}
      lead={t('move.lead')}
      submit={t('move.go')}
      busy={save.isPending}
      onSubmit={() => save.mutate({ orgUnitId: form.orgUnitId ?? '', from: form.from || undefined })}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={['orgUnitId', 'from']} />}
    >
      <FormField label={t('move.to')} problem={save.problem?.field('orgUnitId')} required>
        {(bind) => (
          <OrgUnitSelect
            {...bind}
            value={form.orgUnitId}
            except={except}
            onChange={(orgUnitId) => setForm({ ...form, orgUnitId })}
          />
        )}
      </FormField>
      <FormField label={t('move.from')} hint={t('move.fromHint')} problem={save.problem?.field('from')}>
        {(bind) => (
          <TextInput
            {...bind}
            type="date"
            max={today}
            value={form.from}
            onChange={(e) => setForm({ ...form, from: e.target.value })}
          />
        )}
      </FormField>
    </FormModal>
  );
}
