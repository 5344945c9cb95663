/** The reply to one item: a value of the item's type, or N/A with its reason. */
export interface Answer {
  /** yes_no: boolean; scale, numeric: number; sample: `{ok, n}`; choice: the option's code. Absent with `na`. */
  value?: AnswerValue;
  na?: true;
  /** Why the item does not apply; required with `na`. */
  naReason?: string;
  note?: string;
}

export type AnswerValue = boolean | number | string | { ok: number; n: number };

/** Answers by item id. An item that is missing is not answered yet. */
export type Answers = Record<string, Answer>;

/** Replies to a mystery shop's unscored visit fields, by field id. */
export type VisitRecord = Record<string, string | number | boolean>;

/** The score of one filled-in standard version, as browser and server compute it alike (formulas 2.1). */
export interface ScoreResult {
  sections: SectionScore[];
  /** Before red-line caps; null when nothing was applicable. */
  raw: number | null;
  /** After section and total caps, 0–100; null when nothing was applicable. */
  final: number | null;
  /** `final` rounded half-up at the standard's precision: the figure that people see and that decides. */
  display: number | null;
  /** The grade of `display`, or `FAIL` when a red line with the rule `fail` was crossed; null without a score. */
  grade: string | null;
  /** Ids of the red-line items that were crossed, in the order of the standard. */
  triggered: string[];
  /** Share of the whole weight that was answered N/A, 0–1. */
  naWeightShare: number;
  /** False while an item is neither answered nor N/A. */
  complete: boolean;
  /** True when `naWeightShare` is above the standard's limit. */
  lowCoverage: boolean;
}

export interface SectionScore {
  id: string;
  /** 0–100; null when every item of the section was N/A. */
  score: number | null;
}
