import type { AssignmentResponse, OutletResponse, Page } from '@wheelhouse/contracts';
import { FormField, Notice, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, localToday, useApi, useFormat, useSave, useSession, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { outletTexts } from '../outlet.texts.js';
import { texts } from '../texts.js';

const COUNTED = 50;

/** Closes an outlet from a day on; says what is still to be done there. */
export function CloseForm({ outlet, onClose }: { outlet: OutletResponse; onClose: () => void }) {
  const t = useT(outletTexts);
  const to = useT(texts);
  const f = useFormat();
  const { can, tenant } = useSession();
  const [day, setDay] = useState(localToday(tenant?.timeZone));
  const name = f.text(outlet.name);
  const waiting = useApi<Page<AssignmentResponse>>(can('assignment.read') ? '/assignments' : null, {
    outletId: outlet.id,
    status: 'open',
    limit: COUNTED,
  });
  const open = waiting.data?.items.length ?? 0;
  const save = useSave((closedOn: string) => api.patch<OutletResponse>(`/outlets/${outlet.id}`, { closedOn }), {
    changes: ['/outlets', '/org-units', '/peer-groups'],
    quiet: true,
    done: (_, closedOn) => t('closed', { name, date: f.date(closedOn) }),
    onDone: onClose,
  });
  return (
    <FormModal
      open
      title={t('closeTitle', { name })}
      lead={t('closeLead')}
      submit={to('actions.close')}
      busy={save.isPending}
      onSubmit={() => save.mutate(day)}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={['closedOn']} />}
    >
      {open > 0 && (
        <Notice tone="watch">
          {waiting.data?.nextCursor ? t('closeOpenMany', { count: open }) : t('closeOpen', { count: open })}{' '}
          <Link to="/assignments">{t('assignments')}</Link>
        </Notice>
      )}
      <FormField label={t('closeDay')} problem={save.problem?.field('closedOn')} required>
        {(bind) => (
          <TextInput {...bind} type="date" min={outlet.openedOn} value={day} onChange={(e) => setDay(e.target.value)} />
        )}
      </FormField>
    </FormModal>
  );
}
