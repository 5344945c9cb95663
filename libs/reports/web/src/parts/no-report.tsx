import type { TenantSettingsResponse } from '@wheelhouse/contracts';
import { addDays, type Weekday, weekOf } from '@wheelhouse/kernel';
import { EmptyState, Page, PageHeader } from '@wheelhouse/ui';
import { localToday, useApi, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { texts } from '../texts/report.texts.js';
import { MakeEdition } from './make-edition.js';

/** Before there is one: says when the first report comes. */
export function NoReport() {
  const t = useT(texts);
  const f = useFormat();
  const { tenant, can } = useSession();
  const settings = useApi<TenantSettingsResponse>(can('settings.read') ? '/settings' : null).data;
  const start = (tenant?.weekStart ?? 1) as Weekday;
  const { end } = weekOf(localToday(tenant?.timeZone), start);
  const shown = `${f.weekday(dayOfWeek(end))}, ${f.shortDate(end)}`;
  const closesOn = settings && nextDay(end, settings.cutoffWeekday);
  return (
    <Page>
      <PageHeader title={t('title')} actions={<MakeEdition />} />
      <EmptyState
        bordered
        icon="chart"
        title={t('none.title')}
        text={
          <>
            {settings && closesOn
              ? t('none.closes', {
                  end: f.shortDate(end),
                  weekday: f.weekday(settings.cutoffWeekday),
                  date: f.shortDate(closesOn),
                  time: `${String(settings.cutoffHour).padStart(2, '0')}:00`,
                })
              : t('none.week', { end: shown })}{' '}
            {t('none.needs')}
          </>
        }
      />
    </Page>
  );
}

const dayOfWeek = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The first day after `date` that is the given ISO weekday. */
function nextDay(date: string, weekday: number): string {
  return addDays(date, ((weekday - dayOfWeek(date) + 6) % 7) + 1);
}
