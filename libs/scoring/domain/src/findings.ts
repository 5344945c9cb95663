import type { Answers, StandardItem, StandardSection } from '@wheelhouse/contracts';
import type { ScorableBody } from './checklist-score.js';
import { answerOf, crossesRedLine, itemCredit } from './item-credit.js';

/** An item that was not fully met. */
export interface Finding {
  itemId: string;
  sectionId: string;
  /** Share of the item's points that was earned, 0 up to (not including) 1. */
  credit: number;
  weight: number;
  /** The item is a red line; `triggered` says whether this answer crossed it. */
  critical: boolean;
  triggered: boolean;
  /** Points of the total (0–100) that the miss cost, before any cap. */
  pointsLost: number;
}

/**
 * Every item with a credit below 1, in the order of the standard. N/A and unanswered items are no findings.
 *
 * Points lost: 100·(W / ΣW)·w·(1 − c) / Σw in `section_weighted` mode, 100·w·(1 − c) / Σw over all items in `flat` mode,
 * over applicable items and sections (formulas 2.1). In a complete sheet they add up to 100 − the uncapped total.
 */
export function findingsOf(body: ScorableBody, answers: Answers): Finding[] {
  const sheets = body.sections.map((section) => sheetOf(section, answers));
  const flat = body.scoring.mode === 'flat';
  const weightOf = (sheet: Sheet) => (sheet.applicable > 0 ? (flat ? sheet.applicable : sheet.section.weight) : 0);
  const total = sheets.reduce((sum, sheet) => sum + weightOf(sheet), 0);
  return sheets.flatMap((sheet) =>
    sheet.missed.map(({ item, credit }) => ({
      itemId: item.id,
      sectionId: sheet.section.id,
      credit,
      weight: item.weight,
      critical: item.critical !== null,
      triggered: crossesRedLine(item, credit),
      pointsLost: (100 * (weightOf(sheet) / total) * item.weight * (1 - credit)) / sheet.applicable,
    })),
  );
}

interface Sheet {
  section: StandardSection;
  applicable: number;
  missed: { item: StandardItem; credit: number }[];
}

function sheetOf(section: StandardSection, answers: Answers): Sheet {
  const sheet: Sheet = { section, applicable: 0, missed: [] };
  for (const item of section.items) {
    const result = itemCredit(item, answerOf(answers, item.id));
    if (result.state === 'na') continue;
    sheet.applicable += item.weight;
    if (result.state === 'scored' && result.credit < 1) sheet.missed.push({ item, credit: result.credit });
  }
  return sheet;
}
