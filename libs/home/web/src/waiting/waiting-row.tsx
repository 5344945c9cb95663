import { ListRow, StatusTag, useIsPhone, type IconName, type Tone } from '@wheelhouse/ui';
import { useFormat, useStartAudit, useT } from '@wheelhouse/web-core';
import type { AuditKind } from '@wheelhouse/contracts';
import type { ReactNode } from 'react';
import { useDueWords } from './use-due-words.js';
import type { Urgency, Waiting } from './waiting.js';
import { waitingTexts } from './waiting.texts.js';

export const KIND_ICON: Record<AuditKind, IconName> = {
  self_check: 'clipboard',
  supervisor_audit: 'shop',
  hq_audit: 'building',
  mystery_shop: 'mask',
};
const TONE: Record<Urgency, Tone> = { late: 'bad', today: 'watch', soon: 'neutral', later: 'neutral' };

/** One thing that waits; a press opens it, an assignment begins at once. `ownOutlet`: the reader has one, so kind comes first. */
export function WaitingRow({ row, today, ownOutlet }: { row: Waiting; today: string; ownOutlet: boolean }) {
  const words = useDueWords(today);
  const content = useContent(row, ownOutlet);
  const phone = useIsPhone();
  const due = row.due !== null && (
    <StatusTag tone={TONE[row.urgency]} icon={row.urgency === 'late' ? 'alert' : undefined}>
      {words(row.due)}
    </StatusTag>
  );
  if (!phone) return <ListRow {...content} end={due} />;
  const sub = (
    <>
      {content.sub}
      {due && <span className="home-due">{due}</span>}
    </>
  );
  return <ListRow {...content} sub={sub} />;
}

interface Content {
  icon: IconName;
  title: ReactNode;
  sub: ReactNode;
  to?: string;
  onPress?: () => void;
}

function useContent(row: Waiting, ownOutlet: boolean): Content {
  const t = useT(waitingTexts);
  const f = useFormat();
  const start = useStartAudit();
  switch (row.kind) {
    case 'assignment': {
      const { id, kind, outlet, auditId, standardName, can } = row.item;
      const what = t(`audit.${kind}`);
      const begin = () => !start.isPending && start.mutate({ assignmentId: id });
      return {
        icon: KIND_ICON[kind],
        title: ownOutlet ? what : f.text(outlet.name),
        sub: (
          <>
            {ownOutlet ? f.text(standardName) : `${what} · ${f.text(standardName)}`}
            {auditId && ` · ${t('begun')}`}
            <Shop row={row} />
          </>
        ),
        ...(auditId ? { to: `/audits/${auditId}/fill` } : can.start ? { onPress: begin } : { to: '/assignments' }),
      };
    }
    case 'draft': {
      const { id, kind, outlet, updatedAt } = row.item;
      const what = t(`audit.${kind}`);
      const saved = t('saved', { when: f.dateTime(updatedAt) });
      return {
        icon: KIND_ICON[kind],
        title: ownOutlet ? what : f.text(outlet.name),
        sub: ownOutlet ? saved : `${what} · ${saved}`,
        to: `/audits/${id}/fill`,
      };
    }
    case 'review': {
      const { id, outlet, visitDate, score } = row.item;
      return {
        icon: 'eye',
        title: t('review', { outlet: f.text(outlet.name) }),
        sub: t('reviewSub', { date: f.date(visitDate), score: f.score(score) }),
        to: `/audits/${id}`,
      };
    }
    case 'cycle': {
      const { id, name, phase, scopeName, ready, missing } = row.item;
      const state = ready ? t('cycleReady') : t('cycleMissing', { count: missing });
      return {
        icon: 'wheel',
        title: f.text(name),
        sub: `${t('cycleSub', { phase: t(`phase.${phase}`), scope: f.text(scopeName) })} · ${state}`,
        to: `/cycles/${id}`,
      };
    }
    case 'wave': {
      const { id, name, releaseOn, missed, inReview } = row.item;
      const parts = [
        missed > 0 ? t('waveMissed', { count: missed }) : t('waveRelease', { day: f.shortDate(releaseOn) }),
        ...(inReview > 0 ? [t('waveInReview', { count: inReview })] : []),
      ];
      return { icon: 'mask', title: f.text(name), sub: parts.join(' · '), to: `/waves/${id}` };
    }
    case 'standard': {
      const { versionId, name, version, savedAt } = row.item;
      return {
        icon: 'book',
        title: t('standardDraft', { name: f.text(name), version }),
        sub: t('standardSub', { when: f.dateTime(savedAt) }),
        to: `/standards/versions/${versionId}`,
      };
    }
  }
}

/** What a mystery shopper needs to know before going: where, when, as whom. */
function Shop({ row }: { row: Extract<Waiting, { kind: 'assignment' }> }) {
  const t = useT(waitingTexts);
  const f = useFormat();
  const { kind, scenario, outlet, windowFrom, windowTo } = row.item;
  if (kind !== 'mystery_shop') return null;
  return (
    <>
      <br />
      {outlet.city && `${f.text(outlet.city)} · `}
      {t('window', { range: f.range(windowFrom, windowTo) })}
      {scenario && (
        <>
          <br />
          <span className="home-scenario">
            {t('scenario')}
            {f.locale === 'en' ? ': ' : '：'}
            {f.text(scenario)}
          </span>
        </>
      )}
    </>
  );
}
