import { defineTexts } from '@wheelhouse/ui';
import { EN } from './terms-en.js';
import { ZH } from './terms-zh.js';

/** The one catalogue of what figures mean: a figure says the same wherever it stands. */
export const definitionTexts = defineTexts('definitions', {
  en: { ...EN, counted: '{{count}} {{of}}' },
  zh: { ...ZH, counted: '{{count}}（{{of}}）' },
});
