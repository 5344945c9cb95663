import { CRITICAL_RULES, ITEM_TYPES, STANDARD_KINDS } from '@wheelhouse/contracts';

/** Hard limits of a standard: what is beyond them is malformed, not merely unfinished. */
export const STANDARD_LIMITS = { sections: 50, items: 500, text: 2000, name: 200, weight: 1_000_000 } as const;

/** No control characters but line break and tab, and no half of a surrogate pair (PostgreSQL refuses both). */
export const PRINTABLE = '^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\p{Cs}]*$';

const CODE = '^[A-Za-z0-9][A-Za-z0-9_.-]*$';
const SEMVER = '^(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})$';

const text = { type: 'string', maxLength: STANDARD_LIMITS.text, pattern: PRINTABLE };
const name = { type: 'string', maxLength: STANDARD_LIMITS.name, pattern: PRINTABLE };
const short = { type: 'string', maxLength: 40, pattern: PRINTABLE };
const code = { type: 'string', minLength: 1, maxLength: 40, pattern: CODE };
const id = { type: 'string', minLength: 1, maxLength: 80, pattern: CODE };
const weight = { type: 'number', minimum: 0, maximum: STANDARD_LIMITS.weight };
const share = { type: 'number', minimum: 0, maximum: 1 };
const figure = { type: 'number', minimum: -1e9, maximum: 1e9 };
const step = { type: 'integer', minimum: -100, maximum: 100 };

/** An object of exactly these fields; those named in `optional` may be missing. */
function record(properties: Record<string, object>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', additionalProperties: false, required, properties };
}

function dictionary(value: object) {
  return {
    type: 'object',
    maxProperties: 200,
    propertyNames: { maxLength: 40, pattern: CODE },
    additionalProperties: value,
  };
}

function list(items: object, maxItems: number) {
  return { type: 'array', maxItems, items };
}

const localized = record({ en: text, zh: text });
const localizedName = record({ en: name, zh: name });

const item = record(
  {
    ...{ id, en: text, zh: text, weight },
    type: { enum: ITEM_TYPES },
    scale: record({ min: step, max: step, anchors_en: list(name, 201), anchors_zh: list(name, 201) }),
    sample: record({ size: { type: 'integer', minimum: 0, maximum: 10_000 } }),
    numeric: record({ full_at: figure, zero_at: figure, unit: short }),
    options: list(record({ code, en: name, zh: name, credit: figure }), 50),
    critical: {
      ...record({ rule: { enum: CRITICAL_RULES }, cap: figure, trigger_below: figure }, ['cap', 'trigger_below']),
      nullable: true,
    },
    evidence: record({ kind: list(short, 20), required_on: { enum: ['always', 'fail'] } }),
    servqual: short,
    mot: { ...short, nullable: true },
    department: short,
    na_allowed: { type: 'boolean' },
    ...{ guidance: localized, good_example: localized, bad_example: localized },
  },
  ['scale', 'sample', 'numeric', 'options', 'guidance', 'good_example', 'bad_example'],
);

const visitField = record(
  {
    ...{ id, en: text, zh: text },
    type: { enum: ['datetime', 'text', 'code', 'photo', 'nps', 'yes_no'] },
    required: { type: 'boolean' },
    personal_data: { type: 'boolean' },
    default_enabled: { type: 'boolean' },
    min_chars: { type: 'integer', minimum: 0, maximum: STANDARD_LIMITS.text },
    invalidates_if: { type: 'boolean' },
  },
  ['personal_data', 'default_enabled', 'min_chars', 'invalidates_if'],
);

/**
 * JSON Schema of a `standard.v1` document. It says what is well-formed; a draft may still be unfinished (empty texts,
 * weights of 0, missing parts), which is what the check before publication is for.
 */
export const STANDARD_SCHEMA = record(
  {
    schema: { const: 'standard.v1' },
    code,
    kind: { enum: STANDARD_KINDS },
    version: { type: 'string', maxLength: 20, pattern: SEMVER },
    name: localizedName,
    scoring: record({
      mode: { enum: ['section_weighted', 'flat'] },
      precision: { type: 'integer', minimum: 0, maximum: 4 },
      grades: list({ type: 'array', minItems: 2, maxItems: 2, items: [short, figure] }, 20),
      na_share_warning: share,
    }),
    dictionaries: record({
      departments: dictionary(localizedName),
      servqual: dictionary(localizedName),
      moments_of_truth: dictionary(localizedName),
      evidence: dictionary(name),
    }),
    sections: list(
      record({ id, en: name, zh: name, weight, items: list(item, STANDARD_LIMITS.items) }),
      STANDARD_LIMITS.sections,
    ),
    visit_record_unscored: list(visitField, 100),
    visit_rules: { ...dictionary({ type: ['number', 'boolean'] }), maxProperties: 50 },
  },
  ['visit_record_unscored', 'visit_rules'],
);
