/** What can be wrong with the answer to one item (field `answers.<item id>`). */
export const ANSWER_FIELD_TEXTS = {
  'ANSWER.MISSING': { en: 'Is not answered yet.', zh: '尚未作答。' },
  'ANSWER.UNKNOWN_ITEM': { en: 'This version of the standard has no such item.', zh: '该版本的标准中没有此条款。' },
  'ANSWER.MALFORMED': { en: 'Is not an answer.', zh: '不是有效的作答。' },
  'ANSWER.UNKNOWN_KEY': { en: 'An answer has no part “{key}”.', zh: '作答中没有“{key}”这一项。' },
  'ANSWER.NOT_YES_NO': { en: 'Must be yes or no.', zh: '须为“是”或“否”。' },
  'ANSWER.NOT_ON_SCALE': { en: 'Must be a whole step from {min} to {max}.', zh: '须为 {min} 到 {max} 之间的整数档。' },
  'ANSWER.NOT_A_SAMPLE': {
    en: 'Must give how many were looked at (up to {max}) and how many of them conform.',
    zh: '须填写抽查数量（最多 {max}）及其中合格的数量。',
  },
  'ANSWER.SAMPLE_EMPTY': { en: 'At least one must be looked at.', zh: '至少须抽查一件。' },
  'ANSWER.NOT_A_NUMBER': { en: 'Must be a number.', zh: '须为数字。' },
  'ANSWER.NOT_AN_OPTION': { en: 'Is none of the options.', zh: '不在可选项之中。' },
  'ANSWER.NA_NOT_ALLOWED': { en: 'This item always applies.', zh: '此条款不允许填写“不适用”。' },
  'ANSWER.NA_REASON_MISSING': { en: 'Say why this does not apply.', zh: '请说明不适用的原因。' },
  'ANSWER.NA_WITH_VALUE': {
    en: 'Either it is answered or it does not apply, not both.',
    zh: '作答与“不适用”只能二选一。',
  },
  'ANSWER.TEXT_TOO_LONG': { en: 'A note may have at most {max} characters.', zh: '备注最多 {max} 个字符。' },
  'ANSWER.CONTROL_CHARACTERS': {
    en: 'A note contains characters that cannot be shown.',
    zh: '备注含有无法显示的字符。',
  },
} as const;
