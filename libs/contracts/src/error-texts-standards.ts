/** What keeps a standard from being published, and what its author should look at (field `sections[2].items[0].weight`). */
export const STANDARD_FIELD_TEXTS = {
  'STANDARD.NO_SECTION': { en: 'A standard needs at least one section.', zh: '标准至少需要一个章节。' },
  'STANDARD.NO_ITEM': { en: 'A section needs at least one item.', zh: '每个章节至少需要一个条款。' },
  'STANDARD.DUPLICATE_ID': { en: 'The id “{id}” is used more than once.', zh: '编号“{id}”重复。' },
  'STANDARD.WEIGHT_NOT_POSITIVE': { en: 'The weight must be above 0.', zh: '权重须大于 0。' },
  'STANDARD.TEXT_MISSING': { en: 'The text is missing in one language.', zh: '缺少其中一种语言的文本。' },
  'STANDARD.GRADES_EMPTY': { en: 'At least one grade is needed.', zh: '至少需要一个等级。' },
  'STANDARD.GRADES_ORDER': { en: 'Grades must go down, each below the one before.', zh: '等级分数线须逐级递减。' },
  'STANDARD.GRADES_START': {
    en: 'The highest grade must begin at 100 or below.',
    zh: '最高等级的分数线不得超过 100。',
  },
  'STANDARD.GRADES_END': {
    en: 'The lowest grade must begin at 0, so that no score is without one.',
    zh: '最低等级须从 0 开始，使每个得分都有等级。',
  },
  'STANDARD.PART_MISSING': { en: 'An item of this type needs “{part}”.', zh: '此类条款需要填写“{part}”。' },
  'STANDARD.SCALE_RANGE': { en: 'The highest step must be above the lowest.', zh: '最高档须大于最低档。' },
  'STANDARD.SCALE_ANCHORS': {
    en: 'Each of the {expected} steps needs its text; there are {actual}.',
    zh: '共 {expected} 档，每档都需要说明；现有 {actual} 条。',
  },
  'STANDARD.NUMERIC_EQUAL': {
    en: 'Full and no points cannot begin at the same figure.',
    zh: '满分值与零分值不能相同。',
  },
  'STANDARD.NUMERIC_ORDER_MAX': {
    en: 'Lower is better here: full points must lie below no points.',
    zh: '此项越低越好：满分值须小于零分值。',
  },
  'STANDARD.NUMERIC_ORDER_MIN': {
    en: 'Higher is better here: full points must lie above no points.',
    zh: '此项越高越好：满分值须大于零分值。',
  },
  'STANDARD.SAMPLE_SIZE': { en: 'At least one must be looked at.', zh: '抽查数量至少为 1。' },
  'STANDARD.OPTIONS_TOO_FEW': { en: 'A choice needs at least two options.', zh: '选择题至少需要两个选项。' },
  'STANDARD.OPTION_CREDIT': { en: 'An option earns a share between 0 and 1.', zh: '选项得分比例须在 0 到 1 之间。' },
  'STANDARD.OPTIONS_NO_FULL': { en: 'One option must earn all points (1).', zh: '须有一个选项得满分（1）。' },
  'STANDARD.CAP_MISSING': { en: 'This rule needs the score that is left.', zh: '此规则需要填写封顶分数。' },
  'STANDARD.CAP_RANGE': { en: 'The score that is left lies between 0 and 100.', zh: '封顶分数须在 0 到 100 之间。' },
  'STANDARD.TRIGGER_RANGE': { en: 'The limit lies above 0 and up to 1.', zh: '触发界限须大于 0 且不超过 1。' },
  'STANDARD.UNKNOWN_CODE': {
    en: '“{code}” is not in the dictionary “{dictionary}”.',
    zh: '字典“{dictionary}”中没有“{code}”。',
  },
  'STANDARD.WEIGHTS_NOT_100': {
    en: 'Section weights add up to {sum}, not 100; they are normalised.',
    zh: '章节权重合计为 {sum}，而非 100；计算时将按比例折算。',
  },
  'STANDARD.DOUBLE_QUESTION': {
    en: 'This asks two things at once; who misses one cannot be told apart.',
    zh: '此条款同时考察两件事，无法区分是哪一件未达标。',
  },
  'STANDARD.FIGURE_MEANT': {
    en: 'This asks yes or no about a figure; as a figure it would also say by how much it is missed.',
    zh: '此条款对数值只问“是 / 否”；改为数值作答还能看出差多少。',
  },
  'STANDARD.NO_EVIDENCE': { en: 'No kind of evidence is named.', zh: '未指定证据类型。' },
} as const;
