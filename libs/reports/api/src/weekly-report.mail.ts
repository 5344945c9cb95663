import { readFileSync } from 'node:fs';
import type { RankingRow, VisitProposal } from '@wheelhouse/contracts';
import { isDark } from '@wheelhouse/identity-api';
import { displayRound, type Locale, localize, type LocalizedText, type Week } from '@wheelhouse/kernel';
import { fill } from '@wheelhouse/platform-i18n';
import type { Audience, Edition } from '@wheelhouse/reports-domain';
import Handlebars from 'handlebars';
import { WEEKLY_REPORT_TEXTS } from './weekly-report.texts.js';

/** What a mail tells of. */
export interface WeeklyReport {
  week: Week;
  number: number;
  audience: Audience;
  edition: Pick<Edition, 'body' | 'rows'>;
  tenant: LocalizedText;
  /** `#rrggbb` */
  accent: string;
  url: string;
}

export interface WeeklyReportMail {
  subject: string;
  html: string;
  text: string;
}

const SHOWN_ITEMS = 6;
const SHOWN_ROWS = 5;
const template = (name: string) => readFileSync(new URL(`./templates/${name}`, import.meta.url), 'utf8');
const asHtml = Handlebars.compile(template('weekly-report.html.hbs'), { strict: true });
const asText = Handlebars.compile(template('weekly-report.txt.hbs'), { strict: true, noEscape: true });

/** The weekly mail in one language, as HTML that mail programs can show and as plain text. Everything is escaped. */
export function renderWeeklyReport(report: WeeklyReport, locale: Locale): WeeklyReportMail {
  const view = viewOf(report, locale);
  return { subject: view.subject, html: asHtml(view), text: asText(view).replace(/\n{3,}/g, '\n\n') };
}

function viewOf({ week, number, audience, edition, tenant, accent, url }: WeeklyReport, locale: Locale) {
  const t = WEEKLY_REPORT_TEXTS[locale];
  const { head, visits, pareto, movers, units } = edition.body;
  const say = (text: LocalizedText) => oneLine(localize(text, locale));
  const name = say(audience.name);
  const score = head.score === null ? t.noScore : points(head.score);
  const ranked = edition.rows.flatMap(({ row }) => (row.listing === 'ranked' ? [row] : [])).sort(byPercentile);
  const line = (row: RankingRow) => ({
    name: say(row.name),
    score: row.score === null ? '–' : points(row.score),
    range: range(row),
    n: fill(t.samples, { n: row.n }),
    place: fill(t.rankLine, { rank: row.rank ?? '–', peers: row.peers }),
  });
  const bottom = ranked.slice(Math.max(SHOWN_ROWS, ranked.length - SHOWN_ROWS)).reverse();
  return {
    t,
    accent,
    onAccent: isDark(accent) ? '#ffffff' : '#111827',
    url,
    unitsTitle: audience.kind === 'tenant' ? t.regions : t.areas,
    tenant: say(tenant),
    audience: name,
    subject: fill(t.subject, { audience: name, week: week.key, score }),
    edition: fill(t.edition, { week: week.key, dates: dates(week, locale), number }),
    score,
    range: range(head),
    change: head.change === null ? null : signed(head.change),
    changeColor: head.change === null ? '' : colorOf(head.change),
    place:
      head.place === null || head.places === null ? null : fill(t.place, { place: head.place, places: head.places }),
    facts: [
      fill(t.covered, { covered: head.covered, outlets: head.outlets }),
      ...(head.missed > 0 ? [fill(t.missed, { n: head.missed })] : []),
      ...(head.redLines > 0 ? [fill(t.redLines, { n: head.redLines })] : []),
    ],
    visits: visits.map((visit, i) => ({
      number: i + 1,
      name: say(visit.name),
      code: visit.code,
      score: visit.estimate === null ? '–' : points(visit.estimate),
      range: range(visit),
      n: fill(t.samples, { n: visit.n }),
      reasons: reasons(visit, locale),
    })),
    pareto: pareto
      .filter(({ vital }) => vital)
      .slice(0, SHOWN_ITEMS)
      .map(({ text, count, outlets, percent }) => ({
        text: say(text),
        line: fill(t.paretoLine, { count, outlets }),
        percent: `${displayRound(percent, 0)} %`,
        width: Math.max(2, Math.round(percent)),
      })),
    movers: [...movers.up, ...movers.down].map((mover) => ({
      name: say(mover.name),
      change: signed(mover.change),
      color: colorOf(mover.change),
      n: fill(t.samples, { n: mover.n }),
    })),
    units: units.map((unit) => ({
      name: say(unit.name),
      place: unit.place ?? '–',
      score: unit.score === null ? '–' : points(unit.score),
    })),
    top: ranked.slice(0, SHOWN_ROWS).map(line),
    bottom: bottom.map(line),
    notRanked: head.apart > 0 ? fill(t.notRanked, { n: head.apart }) : null,
    footer: fill(t.footer, { audience: name }),
  };
}

function reasons({ reasons: found }: VisitProposal, locale: Locale): string {
  const t = WEEKLY_REPORT_TEXTS[locale];
  const said = found.map(({ reason, params }) => {
    if (reason === 'no_visit' && params['never']) return t.never;
    const shown = Object.entries(params).map(([key, value]) => [key, key === 'points' ? points(Number(value)) : value]);
    return fill(t.reasons[reason], Object.fromEntries(shown));
  });
  return said.join(locale === 'zh-CN' ? '；' : '; ');
}

/** Outlets of several peer groups in one order: by how many of their own peers they leave behind. */
function byPercentile(a: RankingRow, b: RankingRow): number {
  return (
    (b.percentile ?? 0) - (a.percentile ?? 0) || (b.estimate ?? 0) - (a.estimate ?? 0) || (a.code < b.code ? -1 : 1)
  );
}

const points = (value: number) => displayRound(value, 1).toFixed(1);
const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${points(Math.abs(value))}`;
const colorOf = (change: number) => (change > 0 ? '#15803d' : change < 0 ? '#b91c1c' : '#4b5563');
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function range({ low, high }: { low: number | null; high: number | null }): string | null {
  return low === null || high === null ? null : `${points(low)}–${points(high)}`;
}

function dates({ start, end }: Week, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return oneLine(format.formatRange(new Date(`${start}T00:00Z`), new Date(`${end}T00:00Z`)));
}
