import type { HomeResponse } from '@wheelhouse/contracts';
import { ButtonLink, EmptyState, List, ListRow, Section, StatusTag } from '@wheelhouse/ui';
import { localToday, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { AssignmentRow, KIND_ICON } from '../shared/assignment-row.js';
import { useStartAudit } from '../shared/use-start-audit.js';
import { texts } from '../texts.js';
import { homeTexts } from './home.texts.js';
import { waitingList, type Waiting } from './waiting.js';

const MOST_WORK = 8;
const MOST_REVIEWS = 4;

/** What waits for the reader, the late first; each row opens in one press. */
export function WaitingSection({ home }: { home: HomeResponse }) {
  const t = useT(homeTexts);
  const { can, tenant } = useSession();
  const all = waitingList(home, localToday(tenant?.timeZone));
  const work = all.filter(({ what }) => what !== 'review');
  const reviews = all.filter(({ what }) => what === 'review');
  const shown = [...work.slice(0, MOST_WORK), ...reviews.slice(0, MOST_REVIEWS)];
  const shopper = can('mystery_shop.submit') && !can('audit.read');
  const startable = home.startable.some(({ kind }) => kind !== 'mystery_shop');
  return (
    <Section
      title={t('waiting')}
      flush
      actions={
        <>
          {work.length > MOST_WORK && can('assignment.read') && (
            <ButtonLink variant="quiet" to="/assignments?view=mine">
              {t('more')}
            </ButtonLink>
          )}
          {reviews.length > MOST_REVIEWS && (
            <ButtonLink variant="quiet" to="/audits?status=in_review">
              {t('moreReviews', { count: reviews.length })}
            </ButtonLink>
          )}
        </>
      }
    >
      {shown.length === 0 ? (
        <EmptyState
          icon="check"
          title={t('nothing')}
          text={t(shopper ? 'nothingShopper' : 'nothingText')}
          action={
            startable && (
              <ButtonLink to="/audits/new" icon="plus">
                {t('startNew')}
              </ButtonLink>
            )
          }
        />
      ) : (
        <List label={t('waiting')}>
          {shown.map((row) => (
            <WaitingRow key={row.id} row={row} />
          ))}
        </List>
      )}
    </Section>
  );
}

function WaitingRow({ row }: { row: Waiting }) {
  const t = useT(homeTexts);
  const tc = useT(texts);
  const f = useFormat();
  const start = useStartAudit();
  switch (row.what) {
    case 'assignment': {
      const begun = row.assignment.auditId !== null;
      const tag =
        row.urgency === 'late' ? (
          <StatusTag tone="bad" icon="alert">
            {t('late')}
          </StatusTag>
        ) : begun ? (
          <StatusTag tone="accent">{t('begun')}</StatusTag>
        ) : undefined;
      return (
        <AssignmentRow
          assignment={row.assignment}
          end={tag}
          onStart={({ id }) => !start.isPending && start.mutate({ assignmentId: id })}
        />
      );
    }
    case 'draft':
      return (
        <ListRow
          icon={KIND_ICON[row.draft.kind]}
          title={f.text(row.draft.outlet.name)}
          sub={`${tc(`kind.${row.draft.kind}`)} · ${f.text(row.draft.standardName)} · ${t('saved', { when: f.dateTime(row.draft.updatedAt) })}`}
          end={<StatusTag tone="accent">{t('begun')}</StatusTag>}
          to={`/audits/${row.draft.id}/fill`}
        />
      );
    case 'review':
      return (
        <ListRow
          icon="eye"
          title={t('review', { outlet: f.text(row.review.outlet.name) })}
          sub={t('reviewSub', { date: f.date(row.review.visitDate) })}
          end={f.score(row.review.score)}
          to={`/audits/${row.review.id}`}
        />
      );
  }
}
