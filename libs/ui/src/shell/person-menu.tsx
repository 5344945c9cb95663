import { Link } from 'react-router';
import { Icon } from '../blocks/icon.js';
import { Segments } from '../forms/choices.js';
import { useLocale } from '../reader/reader.js';
import { useT } from '../reader/texts.js';
import { setTheme, useTheme, type ThemeChoice } from '../reader/theme.js';
import { uiTexts } from '../reader/ui-texts.js';
import type { AppShellProps } from './app-shell.js';

/** Who is signed in, on the button that opens the menu. */
export function PersonLabel({ person }: Pick<AppShellProps, 'person'>) {
  return (
    <>
      <Icon name="person" />
      <span className="wh-grow wh-clamp" title={person.name}>
        {person.name}
      </span>
      <Icon name="up" size={16} />
    </>
  );
}

/** One's own page, language, appearance, shortcuts, the way out. */
export function PersonMenu({
  person,
  onLocale,
  onSignOut,
  onShortcuts,
}: Pick<AppShellProps, 'person' | 'onLocale' | 'onSignOut' | 'onShortcuts'>) {
  const t = useT(uiTexts);
  const locale = useLocale();
  const { choice } = useTheme();
  const themes: ThemeChoice[] = ['light', 'dark', 'system'];
  return (
    <div className="wh-nav__group">
      <Link className="wh-nav__link" to={person.to}>
        <Icon name="person" />
        <span className="wh-grow">
          {person.name}
          <span
            className="wh-muted wh-small"
            title={person.email}
            style={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' }}
          >
            {person.email}
          </span>
        </span>
      </Link>
      <div style={{ padding: '4px 8px' }} onClick={(event) => event.stopPropagation()}>
        <Segments
          label={t('language')}
          value={locale}
          onChange={onLocale}
          options={[
            { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
            { value: 'en', label: 'English', lang: 'en' },
          ]}
        />
      </div>
      <div style={{ padding: '4px 8px' }} onClick={(event) => event.stopPropagation()}>
        <Segments
          label={t('theme')}
          value={choice}
          onChange={setTheme}
          options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        />
      </div>
      <button type="button" className="wh-nav__link wh-nav__keys" onClick={onShortcuts}>
        <Icon name="help" />
        <span className="wh-grow">{t('shortcuts')}</span>
        <kbd>?</kbd>
      </button>
      <button type="button" className="wh-nav__link" onClick={onSignOut}>
        <Icon name="logout" />
        {t('signOut')}
      </button>
    </div>
  );
}
