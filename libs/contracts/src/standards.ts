import type { LocalizedText } from '@wheelhouse/kernel';

/**
 * The document `standard.v1`: the body of one standard version. It is what is imported and exported, frozen when
 * published, scored against, and shown. Ids of items are stable across versions.
 */
export interface StandardBody {
  schema: 'standard.v1';
  code: string;
  kind: StandardKind;
  /** Semantic version, `1.0.0`. */
  version: string;
  name: LocalizedText;
  scoring: ScoringRules;
  dictionaries: StandardDictionaries;
  sections: StandardSection[];
  /** Facts of a mystery visit that are asked but never scored. */
  visit_record_unscored?: VisitField[];
  visit_rules?: Record<string, number | boolean>;
}

export const STANDARD_KINDS = ['after_sales', 'sales', 'mystery_shop', 'store'] as const;
export type StandardKind = (typeof STANDARD_KINDS)[number];

export const STANDARD_VERSION_STATUSES = ['draft', 'published', 'retired'] as const;
export type StandardVersionStatus = (typeof STANDARD_VERSION_STATUSES)[number];

export interface ScoringRules {
  mode: 'section_weighted' | 'flat';
  /** Decimals of a displayed score, 0–4. */
  precision: number;
  /** `[grade, lowest displayed score]`, descending; the last begins at 0, so that the bands have no gap. */
  grades: [string, number][];
  /** Share of the weight that may be N/A before a score is marked as low coverage, 0–1. */
  na_share_warning: number;
}

export interface StandardDictionaries {
  departments: Record<string, LocalizedText>;
  servqual: Record<string, LocalizedText>;
  moments_of_truth: Record<string, LocalizedText>;
  evidence: Record<string, string>;
}

export interface StandardSection {
  id: string;
  en: string;
  zh: string;
  /** Above 0; normalised, so sections need not add up to 100 (the editor warns). */
  weight: number;
  items: StandardItem[];
}

export const ITEM_TYPES = ['yes_no', 'scale', 'sample', 'numeric_max', 'numeric_min', 'choice'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export const CRITICAL_RULES = ['cap_total', 'cap_section', 'zero_section', 'zero_total', 'fail'] as const;
export type CriticalRuleName = (typeof CRITICAL_RULES)[number];

export interface CriticalRule {
  rule: CriticalRuleName;
  /** Highest score that is left, 0–100; needed by the two `cap` rules. */
  cap?: number;
  /** The red line is crossed when the item's credit (0–1) is below this. Default 1: any miss. */
  trigger_below?: number;
}

export interface StandardItem {
  id: string;
  en: string;
  zh: string;
  /** Above 0. */
  weight: number;
  type: ItemType;
  scale?: { min: number; max: number; anchors_en: string[]; anchors_zh: string[] };
  sample?: { size: number };
  numeric?: { full_at: number; zero_at: number; unit: string };
  options?: ChoiceOption[];
  critical: CriticalRule | null;
  evidence: { kind: string[]; required_on: 'always' | 'fail' };
  servqual: string;
  mot: string | null;
  department: string;
  na_allowed: boolean;
  guidance?: LocalizedText;
  good_example?: LocalizedText;
  bad_example?: LocalizedText;
}

export interface ChoiceOption {
  code: string;
  en: string;
  zh: string;
  /** Share of the points that this option earns, 0–1. */
  credit: number;
}

export interface VisitField {
  id: string;
  en: string;
  zh: string;
  type: 'datetime' | 'text' | 'code' | 'photo' | 'nps' | 'yes_no';
  required: boolean;
  personal_data?: boolean;
  default_enabled?: boolean;
  min_chars?: number;
  invalidates_if?: boolean;
}

// --- API -----------------------------------------------------------------------------------------------------------

/** One line of `GET /api/v1/standards`. */
export interface StandardSummary {
  id: string;
  code: string;
  kind: StandardKind;
  name: LocalizedText;
  versions: StandardVersionSummary[];
  can: { edit: boolean };
}

export interface StandardVersionSummary {
  id: string;
  version: string;
  status: StandardVersionStatus;
  itemCount: number;
  publishedAt: string | null;
  retiredAt: string | null;
  updatedAt: string;
}

/** `GET /api/v1/standard-versions/:id`. */
export interface StandardVersionResponse extends StandardVersionSummary {
  standardId: string;
  /** Grows with each saved draft; sent back on save, so that two editors cannot overwrite each other. */
  revision: number;
  /** Who saved it last, and who published it; null when that is not known. */
  editedBy: { memberId: string; name: string } | null;
  publishedBy: { memberId: string; name: string } | null;
  body: StandardBody;
  /** What would refuse publication now; empty for a publishable draft and for every published version. */
  problems: StandardProblem[];
  /** What the author should look at, though it does not refuse publication. */
  warnings: StandardProblem[];
  can: { edit: boolean; publish: boolean; copy: boolean; retire: boolean; discard: boolean };
}

/** A place in the body (`sections[2].items[0].weight`) and what is wrong there. */
export interface StandardProblem {
  field: string;
  code: string;
  message: string;
}

/** `POST /api/v1/standards`: a new standard with an empty first draft. */
export interface CreateStandardBody {
  code: string;
  kind: StandardKind;
  name: LocalizedText;
}

/** `POST /api/v1/standards/import`: a `standard.v1` document becomes a draft of the standard with its code. */
export interface ImportStandardBody {
  document: StandardBody;
}

/** `PUT /api/v1/standard-versions/:id`: saves a draft whole. An incomplete draft is accepted; a malformed one is not. */
export interface SaveStandardVersionBody {
  revision: number;
  body: StandardBody;
}

/** `POST /api/v1/standard-versions/:id/publish`. */
export interface PublishStandardVersionBody {
  /** The revision that the publisher read; refused when somebody saved meanwhile. Absent: whatever it is now. */
  revision?: number;
}

/** `POST /api/v1/standard-versions/:id/copy`: a new draft of the same standard under the next version number. */
export interface CopyStandardVersionBody {
  /** Semantic version above every existing one of this standard. Default: the next minor. */
  version?: string;
}

/** `GET /api/v1/standard-versions/:id/changes?against=<version id>`: what is different here from `against`. */
export interface StandardChangesResponse {
  /** The version that was compared with; null for a standard's first version, which differs from nothing. */
  against: { id: string; version: string; status: StandardVersionStatus } | null;
  changes: StandardChangeResponse[];
}

/** One difference. `path` is a place in the newer body, for what was removed in the older one. */
export interface StandardChangeResponse {
  kind: 'added' | 'removed' | 'changed';
  path: string;
  itemId?: string;
  sectionId?: string;
  /** The field that differs, such as `weight` or `critical.cap`; `order` for a changed order. */
  field?: string;
  from?: unknown;
  to?: unknown;
}
