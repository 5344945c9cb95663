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
  /**
   * Five steps of one hue from little to much, for heatmaps with a `piecewise` visual map: told apart by lightness alone,
   * so by everybody. Ink is readable on the first three, `onRamp` on the last two.
   */
  ramp: string[];
  onRamp: string;
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
    ramp: dark
      ? ['#1c2a33', '#274556', '#34627c', '#7fb3d1', '#c4e0ef']
      : ['#eaf2f7', '#c9dfec', '#9dc4dc', '#3b7ca6', '#12527c'],
    onRamp: dark ? '#0b100e' : '#ffffff',
  };
}
