import { useQuery } from '@tanstack/react-query';
import type { AuditResponse } from '@wheelhouse/contracts';
import { SkeletonPage } from '@wheelhouse/ui';
import { api, Failed, useLocale } from '@wheelhouse/web-core';
import { Navigate, useParams } from 'react-router';
import { AuditForm } from '../form/audit-form.js';
import '../shared.css';
import '../form/form.css';
import '../form/answers.css';

/** The form of a draft, always begun from what the server has now; a submitted audit leads to its result. */
export function AuditFormPage() {
  const { id = '' } = useParams();
  const locale = useLocale();
  const audit = useQuery({
    queryKey: [`/audits/${id}`, 'form', locale],
    queryFn: ({ signal }) => api.get<AuditResponse>(`/audits/${id}`, undefined, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (audit.data) {
    if (audit.data.status !== 'draft' || !audit.data.can.edit) return <Navigate replace to={`/audits/${id}`} />;
    return <AuditForm key={id} audit={audit.data} />;
  }
  return (
    <main className="wh-main" id="content" tabIndex={-1}>
      {audit.error ? <Failed error={audit.error} onRetry={() => void audit.refetch()} /> : <SkeletonPage />}
    </main>
  );
}
