import type { StartAuditBody } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { localToday } from '@wheelhouse/ui';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api.js';
import { useSave } from '../api/use-api.js';
import { useSession } from '../session/session.js';

/** What an audit is begun for: an assignment, or kind, outlet and standard. */
export type AuditTarget = Omit<StartAuditBody, 'id' | 'visitDate'>;

/** Begins a draft and opens its form. The same target keeps its id, so that pressing again after a lost answer is safe. */
export function useStartAudit({ quiet = false }: { quiet?: boolean } = {}) {
  const navigate = useNavigate();
  const { tenant } = useSession();
  const ids = useRef(new Map<string, string>());
  return useSave(
    async (target: AuditTarget) => {
      const key = JSON.stringify(target);
      const id = ids.current.get(key) ?? newId();
      ids.current.set(key, id);
      const body: StartAuditBody = { id, visitDate: localToday(tenant?.timeZone), ...target };
      const made = await api.post<{ id: string } | undefined>('/audits', body);
      return made?.id ?? id;
    },
    {
      changes: ['/home', '/assignments', '/audits'],
      done: null,
      quiet,
      onDone: (id) => void navigate(`/audits/${id}/fill`),
    },
  );
}
