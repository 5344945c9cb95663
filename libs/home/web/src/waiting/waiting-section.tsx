import type { HomeResponse, WaitingKind } from '@wheelhouse/contracts';
import { WAITING_LIMIT } from '@wheelhouse/contracts';
import { Button, ButtonLink, EmptyState, List, ListRow, Section, Segments, StatusTag } from '@wheelhouse/ui';
import { useFilters, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { comingLater, countsByKind, waitingList } from './waiting.js';
import { KIND_ICON, WaitingRow } from './waiting-row.js';
import { waitingTexts } from './waiting.texts.js';

const FIRST = 8;
const FIRST_COMING = 3;
const WHOLE_LIST: Partial<Record<WaitingKind, string>> = {
  assignment: '/assignments?view=mine',
  draft: '/audits?status=draft',
  review: '/audits?status=in_review',
};

/** The one list of what waits for the reader, late first; filters and "all" live in the address. */
export function WaitingSection({ home, today: doToday }: { home: HomeResponse; today?: boolean }) {
  const t = useT(waitingTexts);
  const f = useFormat();
  const { can } = useSession();
  const [filters, set] = useFilters({ waiting: '', show: '' });
  const all = waitingList(home);
  const counts = countsByKind(all);
  const chosen = counts.find(({ kind }) => kind === filters.waiting)?.kind;
  const filtered = chosen ? all.filter(({ kind }) => kind === chosen) : all;
  const whole = filters.show === 'all';
  const shown = whole ? filtered : filtered.slice(0, FIRST);
  const more = (kind: WaitingKind, count: number) => f.number(count) + (home.cut.includes(kind) ? '+' : '');
  const cut = home.cut.find((kind) => !chosen || kind === chosen);
  return (
    <Section title={t(doToday ? 'doToday' : 'title')} flush>
      {all.length > FIRST && counts.length > 1 && (
        <div className="home-filters">
          <Segments
            label={t('filter')}
            value={chosen ?? ''}
            onChange={(waiting) => set({ waiting })}
            options={[
              { value: '', label: `${t('all')} ${f.number(all.length)}${home.cut.length > 0 ? '+' : ''}` },
              ...counts.map(({ kind, count }) => ({ value: kind, label: `${t(`kind.${kind}`)} ${more(kind, count)}` })),
            ]}
          />
        </div>
      )}
      {all.length === 0 ? (
        <Nothing home={home} />
      ) : (
        <List label={t('title')}>
          {shown.map((row) => (
            <WaitingRow
              key={`${row.kind} ${row.id}`}
              row={row}
              today={home.today}
              ownOutlet={home.outlets.length === 1}
            />
          ))}
        </List>
      )}
      {filtered.length > FIRST && (
        <div className="home-more">
          <Button variant="quiet" aria-expanded={whole} onClick={() => set({ show: whole ? '' : 'all' })}>
            {whole ? t('fewer') : t(cut ? 'showFirst' : 'showAll', { count: filtered.length })}
          </Button>
        </div>
      )}
      {cut && (whole || filtered.length <= FIRST) && (
        <p className="home-more wh-small wh-muted">
          {t('cut', { count: WAITING_LIMIT })}
          {WHOLE_LIST[cut] && can('assignment.read') && (
            <ButtonLink variant="quiet" to={WHOLE_LIST[cut]}>
              {t('cutLink')}
            </ButtonLink>
          )}
        </p>
      )}
      {all.length > 0 && <Coming home={home} />}
      <Missed home={home} />
    </Section>
  );
}

/** Nothing waits: when the next thing comes, or what will be here. */
function Nothing({ home }: { home: HomeResponse }) {
  const t = useT(waitingTexts);
  const f = useFormat();
  const { can } = useSession();
  const next = comingLater(home)[0];
  const shopper = can('mystery_shop.submit') && !can('audit.read');
  const what = next && `${t(`audit.${next.kind}`)} · ${f.text(next.outlet.name)}`;
  return (
    <>
      <EmptyState
        icon="check"
        title={t('nothing')}
        text={
          next
            ? t('nothingNext', { what: what ?? '', day: f.relativeDay(next.windowFrom, home.today) })
            : t(shopper ? 'nothingShopper' : 'nothingText')
        }
      />
      {shopper && <Coming home={home} />}
    </>
  );
}

/** What opens later: nothing to do yet, good to know. */
function Coming({ home }: { home: HomeResponse }) {
  const t = useT(waitingTexts);
  const f = useFormat();
  const coming = comingLater(home);
  if (coming.length === 0) return null;
  return (
    <div className="home-part">
      <h3>{t('coming')}</h3>
      <List label={t('coming')}>
        {coming.slice(0, FIRST_COMING).map(({ id, kind, outlet, windowFrom, windowTo, scenario }) => (
          <ListRow
            key={id}
            icon={KIND_ICON[kind]}
            title={home.outlets.length === 1 ? t(`audit.${kind}`) : f.text(outlet.name)}
            sub={
              <>
                {outlet.city && kind === 'mystery_shop' && `${f.text(outlet.city)} · `}
                {t('window', { range: f.range(windowFrom, windowTo) })}
                {scenario && <span className="home-scenario">{f.text(scenario)}</span>}
              </>
            }
            end={
              <span className="wh-small wh-muted">{t('opens', { day: f.relativeDay(windowFrom, home.today) })}</span>
            }
          />
        ))}
      </List>
    </div>
  );
}

/** What was missed stays in sight for two weeks. */
function Missed({ home }: { home: HomeResponse }) {
  const t = useT(waitingTexts);
  const f = useFormat();
  if (home.missed.length === 0) return null;
  return (
    <details className="home-part home-missed" open={home.missed.length <= 2}>
      <summary>{t('missed', { count: home.missed.length })}</summary>
      <List label={t('missed', { count: home.missed.length })}>
        {home.missed.map(({ id, kind, outlet, windowTo }) => (
          <ListRow
            key={id}
            icon={KIND_ICON[kind]}
            title={f.text(outlet.name)}
            sub={t('missedSub', { kind: t(`audit.${kind}`), day: f.shortDate(windowTo) })}
            end={<StatusTag tone="bad">{t('missedTag')}</StatusTag>}
          />
        ))}
      </List>
    </details>
  );
}
