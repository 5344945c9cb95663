/** What a figure says, how it is computed, and what its n counts; `{{…}}` is filled in by who shows it. */
export interface TermText {
  [key: string]: string;
  what: string;
  formula: string;
}

export const EN = {
  // Reports: an outlet
  score: {
    what: 'Composite score of the outlet as measured, 0–100: the sources mixed by the ranking scheme, nothing drawn anywhere.',
    formula:
      'Σ (weight × mean of the source) ÷ Σ weight, over sources with enough audits; self-checks weigh less the further they lie from audits',
    n: 'audits of all sources that count in the window',
  },
  estimate: {
    what: 'The figure that orders the ranking: the score, drawn toward the mean of the peer group the more, the fewer audits stand behind it.',
    formula:
      'w × score + (1 − w) × mean of the peer group; w = spread between outlets ÷ (that spread + uncertainty of the score)',
    n: 'audits of all sources that count in the window',
  },
  intervalBar: {
    what: 'Where the true figure lies with 95% confidence. The dot is the estimate, the dashed line the mean of the peer group. All bars have the same scale, {{min}} to {{max}}.',
    formula: 'estimate ± 1.96 × its standard error, within 0–100',
  },
  rank: {
    what: 'Place among the ranked outlets of the same peer group. “2=” shares place 2.',
    formula: '1 + the number of outlets with a higher estimate, as displayed; after two in place 2 comes place 4',
    n: 'ranked outlets of the peer group',
  },
  rankRange: {
    what: 'Best and worst place that the uncertainty leaves open. It narrows with every audit.',
    formula:
      'best: 1 + outlets whose whole 95% interval lies above this one; worst: all outlets − those whose whole interval lies below',
  },
  sample: {
    what: 'n, the number of audits behind the score. Few audits make a wide interval.',
    formula: 'counted audits of all sources within the window of each',
  },
  rankChange: {
    what: 'Places gained (▲) or lost (▼).',
    formula: 'place the week before, or in the week compared with, − place now; only when ranked in both',
  },
  change: {
    what: 'Change of the estimate. Grey: within the noise, so nothing need have happened.',
    formula:
      'estimate now − estimate the week before, or in the week compared with; beyond noise when more than 1.96 × both standard errors together',
  },
  trend: {
    what: 'The last 13 weeks, the newest on the right. Each line has a scale of its own, at least 4 points high.',
    formula: 'one point for each weekly report; weeks without a figure leave a gap',
  },
  findingsOfWeek: {
    what: 'Items that failed in audits visited in this week.',
    formula: 'number of answers that did not earn all their points',
  },
  peerGroup: {
    what: 'Outlets of the same kind, which the place compares with.',
    formula: 'as set under Network; too small a group is compared with the whole network',
  },
  openRedLines: {
    what: 'Red-line items that were failed and that no visit from outside has passed since.',
    formula: 'failed within the window − passed in a later audit',
  },
  lastVisit: {
    what: 'Whole weeks since somebody else than the outlet itself was there; 0 is this week.',
    formula: 'week of the report − week of the last audit or mystery shop',
  },
  weightCovered: {
    what: 'How much of the ranking scheme could be measured here.',
    formula: 'weight of the sources with enough audits ÷ weight of all sources',
  },
  sourceShare: {
    what: 'Part of the source in the composite score, after missing sources are left out; 0% means not usable.',
    formula: 'weight of the source ÷ weight of all usable sources',
  },
  sourceScores: {
    what: 'What each source said of the outlet, week by week: self-checks, audits, mystery shops.',
    formula: 'mean of the scores of the week’s counted audits of that source',
    n: 'audits of the source in the week; in the table behind the chart',
  },
  selfCheckGap: {
    what: 'How far self-checks lie above (+) or below (−) what others found.',
    formula: 'mean of (self-check − audit) over the weeks that have both',
  },
  // Reports: a network, a region, an area
  unitScore: {
    what: 'Score of all outlets here together, 0–100, each outlet counting once. In brackets its 95% interval.',
    formula: 'mean of the outlets’ composite scores; interval: mean ± t × standard deviation ÷ √n',
    n: 'outlets with a score',
  },
  unitChange: {
    what: 'Change of the score. Without colour: within the noise.',
    formula: 'score now − score the week before, or in the week compared with',
  },
  unitPlace: {
    what: 'Place among the units at the same level. Equal scores share a place.',
    formula: '1 + the number of units with a higher score, as displayed',
    n: 'units at that level with a score',
  },
  covered: {
    what: 'Outlets that somebody looked at in the week, from whatever source.',
    formula: 'open outlets with at least one counted audit ÷ open outlets',
    n: 'open outlets',
  },
  missed: {
    what: 'Work that was due and not done.',
    formula: 'assignments whose window closed in the week without an audit handed in',
  },
  ranked: {
    what: 'Outlets with enough audits to be put in an order. The others stand apart, each with its reason.',
    formula: 'ranked outlets ÷ open outlets',
    n: 'open outlets',
  },
  redLineOutlets: {
    what: 'Outlets that crossed a red line which no later visit from outside has cleared.',
    formula: 'outlets with at least one open red line',
    n: 'outlets, each counted once',
  },
  fellBeyondNoise: {
    what: 'Outlets whose estimate fell by more than chance explains.',
    formula: 'fall of the estimate > 1.96 × the standard errors of both weeks together',
    n: 'outlets, each counted once',
  },
  movers: {
    what: 'Outlets whose estimate changed by more than the uncertainty of both weeks together explains (95%).',
    formula: '|estimate now − estimate before| > 1.96 × √(standard error now² + standard error before²)',
  },
  visitList: {
    what: 'Whom to visit and why, the most pressing first, at most ten.',
    formula:
      'order of the reasons, then their number, then the lower estimate; shown are estimate [95% interval] and n',
  },
  pareto: {
    what: 'Which few items make up 80% of what failed in four weeks.',
    formula: 'items by number of findings, from the top until they reach 80% of all',
    n: 'findings of four weeks',
  },
  // Headquarters’ home
  signal: {
    what: 'A region’s weekly audits left their usual variation: something changed, for better or worse.',
    formula:
      'chart of single values, limits mean ± 3σ from up to 20 weeks before the last six: one point outside (N1), nine on one side (N2), six steadily rising or falling (N3), two of three beyond 2σ (N5)',
    n: 'weeks with audits; fewer than 12 give no limits',
  },
  heat: {
    what: 'How each region does in each section of the standard, the worst region first.',
    formula: 'mean section score of all counted audits of the last 13 weeks, without self-checks and mystery shops',
    n: 'audits; on each cell',
  },
  coverageBySource: {
    what: 'Who was to be audited in the week, was, and was not. What was due of mystery shops stays secret.',
    formula: 'due: outlets with an assignment whose window ends in the week; missed: due, and not done in its window',
    n: 'outlets, each counted once in a row',
  },
  weekDue: {
    what: 'Assignments that were to be done here by the end of the week. What was due of mystery shops stays secret.',
    formula: 'number of assignments whose window ends in the week, cancelled ones left out',
  },
  weekMissed: {
    what: 'What was due in the week and not done in its window.',
    formula: 'number of such assignments; a later audit does not change it',
  },
  weekAudits: {
    what: 'Published audits with a visit in the week, whether or not they were due.',
    formula: 'number of audits of the chosen source, or of all sources',
  },
  cyclesRunning: {
    what: 'Improvement cycles that are not finished.',
    formula: 'number of cycles in the phases plan, do, check or act',
  },
  // An audit
  auditScore: {
    what: 'Share of the points earned, 0–100, after red lines. This figure decides the grade.',
    formula:
      '100 × points earned ÷ points possible, by section and weight as the standard says, N/A left out; then red lines; rounded as the standard says',
    n: 'items that applied',
  },
  sectionScore: {
    what: 'Share of the section’s points that was earned, 0–100. The line is the peers’ mean.',
    formula: '100 × Σ (weight × share earned) ÷ Σ weight, over items that apply',
  },
  liveScore: {
    what: 'The score of what is answered so far, red lines included. With the last answer it is the final one.',
    formula: 'as the final score; what is not answered yet is left out',
  },
  lastTime: {
    what: 'How the score changed since the previous published audit of the same kind on the same standard here.',
    formula: 'score now − score then',
  },
  auditPeers: {
    what: 'What other outlets of the same peer group reached in audits of the same kind on the same standard, in the {{weeks}} weeks up to this visit.',
    formula: 'mean over outlets of the mean of their audits; shown from {{min}} outlets on',
    n: 'other outlets',
  },
  auditHistory: {
    what: 'The scores of this outlet in audits of the same kind on the same standard, up to this visit.',
    formula: 'each audit’s score, as it was published',
    n: 'published audits, at most 13',
  },
  auditFindings: {
    what: 'Items that did not earn all their points.',
    formula: 'number of items with less than full credit; N/A does not count',
  },
  auditRedLines: {
    what: 'Red-line items that were crossed.',
    formula: 'number of critical items below what they ask for',
  },
  naShare: {
    what: 'How much of the standard did not apply here. Much of it makes the score hard to compare.',
    formula: 'weight of the items answered N/A ÷ weight of all items',
  },
  pointsGained: {
    what: 'What the score would gain if this item alone were fully met.',
    formula:
      'score with the item met − score now, red-line caps included; several together can bring more or less than the sum',
  },
  pointsLost: {
    what: 'Points of the total that a finding cost, before red lines.',
    formula: 'what the item is worth in points of the total × share not earned',
  },
  // Findings of many audits
  repeated: {
    what: 'How often this item failed at this outlet. Marked from the second time on.',
    formula: 'number of published audits in which it failed, in the 26 weeks up to this visit, this one included',
  },
  findings: {
    what: 'Answers that did not earn all their points, in published audits. Drafts and mystery shops before their release stay out.',
    formula: 'number of such answers within these filters',
    n: 'published audits within these filters',
  },
  findingOutlets: {
    what: 'Outlets where at least one of these findings was made.',
    formula: 'number of outlets, each counted once',
  },
  findingAudits: {
    what: 'Published audits within these filters, whether or not something failed in them.',
    formula: 'number of audits',
  },
  findingsEach: {
    what: 'How much fails in an average audit.',
    formula: 'findings ÷ audits',
    n: 'published audits within these filters',
  },
  // A cycle
  baseline: {
    what: 'Where the cycle starts: the figure over the 8 weeks before the do phase, in brackets its 95% interval.',
    formula: 'mean score (Student’s interval) or share of audits that passed the item (Wilson’s interval) in the scope',
    n: 'audits in those weeks',
  },
  target: {
    what: 'The value to be reached, and whether more or less is better.',
    formula: 'set in the plan phase; must be better than the baseline',
  },
  due: {
    what: 'The day by which the target is to be reached.',
    formula: 'set in the plan phase; lies after the first day of the do phase',
  },
  now: {
    what: 'Where it stands: the figure since the first day of the do phase, in brackets its 95% interval.',
    formula: 'as the baseline, over the days since then',
    n: 'audits since then',
  },
  way: {
    what: 'How much of the way from baseline to target is gone; more than 100% is beyond it.',
    formula: '(now − baseline) ÷ (target − baseline), from 0% to 120%',
  },
  effect: {
    what: 'What changed in the cycle’s scope. An interval that holds 0 means: chance alone could explain it.',
    formula: 'after − before, with its 95% interval (Welch for scores, Newcombe for rates)',
    n: 'audits, before and after',
  },
  control: {
    what: 'All other outlets, over the same days: what changed there too did not come from the cycle.',
    formula: 'after − before outside the scope',
    n: 'audits, before and after',
  },
  // A wave of mystery shops
  shopsDone: {
    what: 'Shops that were submitted, whether reviewed or not.',
    formula: 'submitted ÷ assigned',
  },
  shopsOpen: {
    what: 'Shops that still have to be done.',
    formula: 'assigned, begun or not, and not submitted while the window is open',
  },
  shopsInReview: {
    what: 'Shops waiting for quality control.',
    formula: 'submitted, and neither approved nor sent back',
  },
  shopsApproved: {
    what: 'Shops that passed quality control; the release publishes them.',
    formula: 'number of approved shops of this wave',
  },
  shopsMissed: {
    what: 'Outlets where nobody went.',
    formula: 'shops whose window closed without one being submitted',
  },
} as const satisfies Record<string, TermText>;
