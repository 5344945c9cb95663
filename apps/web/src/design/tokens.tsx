import { contrast, useTheme } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useEffect, useState } from 'react';
import { designTexts } from './design.texts.js';

const COLOURS = [
  ['ink', 'ink'],
  ['ink-2', 'ink2'],
  ['ink-3', 'ink3'],
  ['accent-ink', 'accent'],
  ['good', 'good'],
  ['watch', 'watch'],
  ['bad', 'bad'],
  ['line-strong', 'lineStrong'],
  ['line', 'line'],
  ['bg', 'bg'],
  ['surface', 'surface'],
  ['sunken', 'sunken'],
] as const;
/** What lies below other things; its contrast to the surface says nothing. */
const GROUNDS: readonly string[] = ['line', 'bg', 'surface', 'sunken'];

/** `#rrggbb` also where the build wrote `#rgb`; anything else as it is. */
const longHex = (value: string) =>
  value.replace(
    /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i,
    (_, r: string, g: string, b: string) => `#${r}${r}${g}${g}${b}${b}`,
  );

/** The tokens' values as the document has them now. */
function useTokens(names: readonly string[]): Record<string, string> {
  const { mode, accent } = useTheme();
  const [values, setValues] = useState<Record<string, string>>({});
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    setValues(Object.fromEntries(names.map((name) => [name, longHex(style.getPropertyValue(`--wh-${name}`).trim())])));
  }, [names, mode, accent]);
  return values;
}

const NAMES = COLOURS.map(([token]) => token);

/** Each colour with its meaning, its value and its contrast to the surface. */
export function Colours() {
  const t = useT(designTexts);
  const f = useFormat();
  const values = useTokens(NAMES);
  const surface = values['surface'] ?? '';
  return (
    <div className="ds-swatches">
      {COLOURS.map(([token, name]) => {
        const value = values[token] ?? '';
        const measured = /^#[0-9a-f]{6}$/i.test(value) && surface !== '' && !GROUNDS.includes(token);
        return (
          <div key={token} className="ds-swatch">
            <span className="ds-swatch__colour" style={{ background: `var(--wh-${token})` }} />
            <span className="ds-swatch__name">{t(`names.${name}`)}</span>
            <code>--wh-{token}</code>
            <span className="wh-muted wh-small">
              {value} · {measured ? t('ratio', { value: f.number(contrast(value, surface), 1) }) : t('ground')}
            </span>
          </div>
        );
      })}
    </div>
  );
}

const SIZES = [
  ['text-figure', 'figure'],
  ['text-xl', 'xl'],
  ['text-lg', 'lg'],
  ['text-md', 'md'],
  ['text', 'base'],
  ['text-sm', 'sm'],
  ['text-xs', 'xs'],
] as const;

/** The type scale with figures of equal width, the steps of space, and what moves. */
export function TypeAndSpace() {
  const t = useT(designTexts);
  return (
    <div className="wh-stack">
      <div className="ds-type">
        {SIZES.map(([token, name]) => (
          <div key={token}>
            <span className="wh-muted wh-small">
              {t(`sizes.${name}`)} · <code>--wh-{token}</code>
            </span>
            <span style={{ fontSize: `var(--wh-${token})` }} className="ds-type__sample">
              {name === 'figure' ? '84.2 · 1,087' : t('sampleLine')}
            </span>
          </div>
        ))}
      </div>
      <div className="ds-space">
        {[1, 2, 3, 4, 5, 6, 7].map((step) => (
          <div key={step}>
            <span style={{ width: `var(--wh-${step})`, height: `var(--wh-${step})` }} />
            <code>--wh-{step}</code>
          </div>
        ))}
      </div>
      <p className="wh-muted">{t('motion')}</p>
    </div>
  );
}
