import { Hint, Icon } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { brandTexts } from '../brand.texts.js';
import { drawnAccent, type DrawnAccent } from './accent.js';

/** The accent on a button, a link and a chart's line, in both themes at once, with its contrast. */
export function AccentPreview({ accent }: { accent: string }) {
  const t = useT(brandTexts);
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return null;
  const { light, dark } = drawnAccent(accent);
  return (
    <div className="org-previews" role="group" aria-label={t('preview')}>
      <Preview theme="light" drawn={light} />
      <Preview theme="dark" drawn={dark} />
    </div>
  );
}

function Preview({ theme, drawn }: { theme: 'light' | 'dark'; drawn: DrawnAccent }) {
  const t = useT(brandTexts);
  const f = useFormat();
  const ratio = (value: number) => f.number(value, 1);
  return (
    <div className="org-preview-box">
      <span className="wh-small wh-muted">{t(theme)}</span>
      <div className="org-preview" aria-hidden="true" style={{ background: drawn.ground }}>
        <span className="org-preview__button" style={{ background: drawn.fill, color: drawn.onFill }}>
          {t('button')}
        </span>
        <span style={{ color: drawn.ink, textDecoration: 'underline' }}>{t('link')}</span>
        <svg viewBox="0 0 120 32" width="120" height="32" fill="none" stroke={drawn.ink} strokeWidth="2.5">
          <path d="M2 26 22 18l20 5 20-14 20 7 20-10 14 2" />
        </svg>
      </div>
      <span className="wh-small wh-muted">
        {t('contrast', { button: ratio(drawn.buttonContrast), link: ratio(drawn.linkContrast) })}
        <Hint label={t('contrastLabel')}>{t('contrastWhat')}</Hint>
      </span>
      {drawn.changed && (
        <span className="wh-small org-preview__changed">
          <Icon name="info" size={15} />
          {t(theme === 'light' ? 'darkened' : 'lightened', { shade: drawn.fill })}
        </span>
      )}
    </div>
  );
}
