import '../door.css';
import { Segments, setTheme, type ThemeChoice, uiTexts, useTheme, WheelMark } from '@wheelhouse/ui';
import { setLocale, useLocale, useT } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { texts } from '../texts.js';

const THEMES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** The page before one is in: the brand at the left, a form at the right, the language at its top, the appearance at its foot. */
export function Door({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const t = useT(texts);
  const words = useT(uiTexts);
  const locale = useLocale();
  const { choice } = useTheme();
  const turns = ['plan', 'do', 'check', 'act'] as const;
  return (
    <div className="id-door">
      <aside className="id-door__side">
        <div className="id-door__brand">
          <WheelMark size={30} />
          Wheelhouse
        </div>
        <div>
          <h2>{t('brand')}</h2>
          <p>{t('brandText')}</p>
        </div>
        <dl className="id-door__turns">
          {turns.map((turn) => (
            <div key={turn}>
              <dt>
                <b>{t(`turns.${turn}`)}</b>
              </dt>
              <dd>{t(`turns.${turn}Text`)}</dd>
            </div>
          ))}
        </dl>
        <span className="id-door__wheel">
          <WheelMark size={640} stroke={0.55} />
        </span>
      </aside>
      <main className="id-door__main">
        <div className="id-door__top">
          <span className="id-door__brand">
            <WheelMark size={26} />
            Wheelhouse
          </span>
          <Segments
            label="语言 · Language"
            value={locale}
            onChange={(next) => void setLocale(next)}
            options={[
              { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
              { value: 'en', label: 'English', lang: 'en' },
            ]}
          />
        </div>
        <div className={wide ? 'id-door__form id-door__form--wide' : 'id-door__form'}>{children}</div>
        <div className="id-door__foot">
          <Segments
            label={words('theme')}
            value={choice}
            onChange={setTheme}
            options={THEMES.map((value) => ({ value, label: words(`themes.${value}`) }))}
          />
        </div>
      </main>
    </div>
  );
}
