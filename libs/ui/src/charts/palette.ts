/** The design tokens as a chart needs them: resolved colours. */
export interface ChartPalette {
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  surface: string;
  sunken: string;
  accent: string;
  good: string;
  watch: string;
  bad: string;
  neutral: string;
  font: string;
  /** For up to six series; distinguishable with colour-blindness (Okabe–Ito order, darkened for contrast). */
  series: string[];
}

/** Reads the tokens from the document, in the theme that is on now. */
export function readPalette(): ChartPalette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--wh-${name}`).trim();
  const dark = document.documentElement.dataset['theme'] === 'dark';
  return {
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    line: token('line'),
    surface: token('surface'),
    sunken: token('sunken'),
    accent: token('accent-ink'),
    good: token('good'),
    watch: token('watch'),
    bad: token('bad'),
    neutral: token('neutral-mark'),
    font: token('font'),
    series: dark
      ? [token('accent-ink'), '#e69f00', '#56b4e9', '#cc79a7', '#f0e442', '#d98a5f']
      : [token('accent-ink'), '#b26a00', '#0072b2', '#a3457a', '#6b6b00', '#a94b00'],
  };
}
