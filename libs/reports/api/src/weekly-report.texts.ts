import type { VisitReason } from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';

interface WeeklyReportTexts {
  lang: string;
  subject: string;
  edition: string;
  score: string;
  noScore: string;
  change: string;
  place: string;
  covered: string;
  missed: string;
  redLines: string;
  visits: string;
  noVisits: string;
  why: string;
  pareto: string;
  paretoLine: string;
  noFindings: string;
  movers: string;
  noMovers: string;
  othersInNoise: string;
  top: string;
  bottom: string;
  rankLine: string;
  notRanked: string;
  regions: string;
  areas: string;
  open: string;
  footer: string;
  outlet: string;
  samples: string;
  colon: string;
  reasons: Record<VisitReason, string>;
  never: string;
}

/** Every word of the weekly mail. `{name}` is filled with figures. */
export const WEEKLY_REPORT_TEXTS: Record<Locale, WeeklyReportTexts> = {
  en: {
    lang: 'en',
    subject: '{audience}: week {week} – {score}',
    edition: 'Week {week} ({dates}), edition {number}',
    score: 'Score',
    noScore: 'no score',
    change: 'against last week',
    place: 'Place {place} of {places} regions',
    covered: '{covered} of {outlets} outlets covered',
    missed: '{n} assignments missed',
    redLines: '{n} red lines',
    visits: 'Visit this week',
    noVisits: 'Nothing calls for a visit this week.',
    why: 'Why',
    pareto: 'What fails most',
    paretoLine: '{count} findings at {outlets} outlets',
    noFindings: 'No findings in the last four weeks.',
    movers: 'Movers beyond noise',
    noMovers: 'No outlet moved by more than noise.',
    othersInNoise: 'Every other change is within the noise.',
    top: 'Best ranked',
    bottom: 'Lowest ranked',
    rankLine: '{rank} of {peers}',
    notRanked: '{n} outlets are not ranked; the report says why.',
    regions: 'Regions',
    areas: 'Areas',
    open: 'Open the whole report',
    footer:
      'You get this mail because you are responsible for {audience}. Scores are 0–100; n is the number of audits behind a score.',
    outlet: 'Outlet',
    samples: 'n = {n}',
    colon: ': ',
    reasons: {
      red_line: 'red line crossed: {items}',
      fell_beyond_noise: 'fell by {points} points, beyond noise',
      new_in_bottom_quarter: 'new in the bottom quarter (rank {rank} of {peers})',
      bottom_quarter: 'in the bottom quarter (rank {rank} of {peers})',
      repeat_findings: '{items} items keep failing',
      no_visit: 'no visit for {weeks} weeks',
      self_check_inflated: 'self-checks {points} points above audits',
    },
    never: 'never visited',
  },
  'zh-CN': {
    lang: 'zh-CN',
    subject: '{audience}：{week} 周 – {score}',
    edition: '{week} 周（{dates}），第 {number} 版',
    score: '得分',
    noScore: '暂无得分',
    change: '较上周',
    place: '{places} 个大区中排第 {place}',
    covered: '{outlets} 家门店中 {covered} 家有检查',
    missed: '{n} 项任务未完成',
    redLines: '{n} 项红线',
    visits: '本周建议到访',
    noVisits: '本周没有必须到访的门店。',
    why: '原因',
    pareto: '问题最多的条款',
    paretoLine: '{outlets} 家门店共 {count} 次',
    noFindings: '最近四周没有发现问题。',
    movers: '超出波动范围的变化',
    noMovers: '没有门店的变化超出波动范围。',
    othersInNoise: '其余变化均在波动范围之内。',
    top: '排名最前',
    bottom: '排名最后',
    rankLine: '第 {rank} 名 / 共 {peers} 家',
    notRanked: '{n} 家门店未参与排名，原因见报告。',
    regions: '各大区',
    areas: '各小区',
    open: '打开完整报告',
    footer: '您负责{audience}，因此收到此邮件。得分范围 0–100；n 为得分所依据的检查次数。',
    outlet: '门店',
    samples: 'n = {n}',
    colon: ':',
    reasons: {
      red_line: '触碰红线：{items}',
      fell_beyond_noise: '下降 {points} 分，超出波动范围',
      new_in_bottom_quarter: '新进入后四分之一（第 {rank} 名 / 共 {peers} 家）',
      bottom_quarter: '处于后四分之一（第 {rank} 名 / 共 {peers} 家）',
      repeat_findings: '{items} 个条款反复不合格',
      no_visit: '{weeks} 周未到访',
      self_check_inflated: '自检比检查高 {points} 分',
    },
    never: '从未到访',
  },
};
