import { urgencyOf } from '@wheelhouse/audits-domain';
import type { AssignmentResponse, AuditKind } from '@wheelhouse/contracts';
import { ListRow, type IconName, type ListRowProps } from '@wheelhouse/ui';
import { localToday, useFormat, useSession, useT } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { texts } from '../texts.js';

export const KIND_ICON: Record<AuditKind, IconName> = {
  self_check: 'clipboard',
  supervisor_audit: 'shop',
  hq_audit: 'building',
  mystery_shop: 'mask',
};

/** When an assignment is due, in words; late in words and colour. */
export function Due({ assignment }: { assignment: AssignmentResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  switch (urgencyOf(assignment, today)) {
    case 'late':
      return <span className="au-late">{t('overdue', { day: f.shortDate(assignment.windowTo) })}</span>;
    case 'today':
      return <strong className="wh-watch">{t('dueToday')}</strong>;
    case 'not_yet':
      return <span>{t('opens', { day: f.relativeDay(assignment.windowFrom, today) })}</span>;
    default:
      return <span>{t('due', { day: f.relativeDay(assignment.windowTo, today) })}</span>;
  }
}

/** Why an assignment counts as missed. */
export function Missed({ assignment }: { assignment: AssignmentResponse }) {
  const t = useT(texts);
  const f = useFormat();
  return <span>{t(assignment.auditId ? 'missedBegun' : 'missedOpen', { day: f.shortDate(assignment.windowTo) })}</span>;
}

/** An assignment as a row: where, what, until when. A press begins the audit or goes on with it. */
export function AssignmentRow({
  assignment,
  onStart,
  end,
  choose,
}: {
  assignment: AssignmentResponse;
  onStart: (assignment: AssignmentResponse) => void;
  end?: ReactNode;
  choose?: ListRowProps['choose'];
}) {
  const t = useT(texts);
  const f = useFormat();
  const waits = assignment.status === 'open' || assignment.status === 'in_progress';
  return (
    <ListRow
      icon={KIND_ICON[assignment.kind]}
      title={f.text(assignment.outlet.name)}
      sub={
        <>
          {t(`kind.${assignment.kind}`)} · {f.text(assignment.standardName)}
          {waits && assignment.assignee && ` · ${assignment.assignee.name}`} ·{' '}
          {waits ? (
            <Due assignment={assignment} />
          ) : assignment.status === 'missed' ? (
            <Missed assignment={assignment} />
          ) : (
            f.range(assignment.windowFrom, assignment.windowTo)
          )}
        </>
      }
      corner={end}
      choose={choose}
      to={assignment.auditId ? `/audits/${assignment.auditId}` : undefined}
      onPress={!assignment.auditId && assignment.can.start ? () => onStart(assignment) : undefined}
    />
  );
}
