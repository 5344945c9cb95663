import type { Locale } from '@wheelhouse/kernel';
import { useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon, WheelMark, type IconName } from '../blocks/icon.js';
import { useOnline } from '../blocks/use-media.js';
import { Segments } from '../forms/choices.js';
import { useLocale } from '../reader/reader.js';
import { useT } from '../reader/texts.js';
import { setTheme, useTheme, type ThemeChoice } from '../reader/theme.js';
import { uiTexts } from '../reader/ui-texts.js';
import { Disclosure } from './disclosure.js';

export interface ShellLink {
  to: string;
  label: string;
  icon: IconName;
  /** Fetches the page's code before the press. */
  preload?: () => void;
}

export interface AppShellProps {
  /** Main places; the first four stand in the phone's tab bar. */
  links: ShellLink[];
  /** Administration, below the main places. */
  adminLinks: ShellLink[];
  adminLabel: string;
  tenantName: string;
  tenants: { id: string; name: string; current: boolean }[];
  onSwitchTenant: (id: string) => void;
  person: { name: string; email: string; to: string };
  onLocale: (locale: Locale) => void;
  onSignOut: () => void;
  children: ReactNode;
}

/** Frame of every page: navigation at the left of a desk, bars at top and bottom of a phone. */
export function AppShell(props: AppShellProps) {
  const { links, adminLinks, tenantName, children } = props;
  const t = useT(uiTexts);
  const sheet = useRef<HTMLDialogElement>(null);
  const isCurrent = useIsCurrent();
  const tabs = links.slice(0, 4);
  const tabbed = tabs.some((link) => isCurrent(link.to));
  return (
    <div className="wh-shell">
      <a className="wh-skip" href="#content">
        {t('skip')}
      </a>
      <nav className="wh-nav" aria-label={t('menu')}>
        <TenantSwitcher {...props} />
        <Links links={links} />
        {adminLinks.length > 0 && <Links links={adminLinks} label={props.adminLabel} />}
        <div className="wh-nav__group wh-nav__group--end">
          <Disclosure up label={<PersonLabel {...props} />} className="wh-nav__link">
            <PersonMenu {...props} />
          </Disclosure>
        </div>
      </nav>
      <header className="wh-topbar">
        <span className="wh-tenant__mark">
          <WheelMark size={18} />
        </span>
        <span className="wh-topbar__name">{tenantName}</span>
      </header>
      <div>
        <OfflineBar />
        <main id="content" className="wh-main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <nav className="wh-tabs" aria-label={t('menu')}>
        {tabs.map((link) => (
          <Link
            key={link.to}
            to={link.to}
            aria-current={isCurrent(link.to) ? 'page' : undefined}
            onPointerEnter={link.preload}
          >
            <Icon name={link.icon} size={22} />
            {link.label}
          </Link>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          aria-current={tabbed ? undefined : 'page'}
          onClick={() => sheet.current?.showModal()}
        >
          <Icon name="menu" size={22} />
          {t('more')}
        </button>
      </nav>
      <dialog ref={sheet} className="wh-sheet" aria-label={t('more')} onClick={() => sheet.current?.close()}>
        <div className="wh-stack">
          {props.tenants.length > 1 && (
            <div className="wh-nav__group">
              <span className="wh-nav__label">{t('switchTenant')}</span>
              <TenantChoices {...props} />
            </div>
          )}
          <Links links={[...links.slice(4), ...adminLinks]} />
          <PersonMenu {...props} />
        </div>
      </dialog>
    </div>
  );
}

function useIsCurrent() {
  const { pathname } = useLocation();
  return (to: string) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`));
}

function Links({ links, label }: { links: ShellLink[]; label?: string }) {
  const isCurrent = useIsCurrent();
  return (
    <div className="wh-nav__group">
      {label && <span className="wh-nav__label">{label}</span>}
      {links.map((link) => (
        <Link
          key={link.to}
          className="wh-nav__link"
          to={link.to}
          aria-current={isCurrent(link.to) ? 'page' : undefined}
          onPointerEnter={link.preload}
          onFocus={link.preload}
        >
          <Icon name={link.icon} />
          <span className="wh-grow">{link.label}</span>
        </Link>
      ))}
    </div>
  );
}

function TenantLabel({ name }: { name: string }) {
  return (
    <>
      <span className="wh-tenant__mark">
        <WheelMark />
      </span>
      <span className="wh-tenant__text">
        <span className="wh-tenant__name">{name}</span>
        <span className="wh-tenant__product">Wheelhouse</span>
      </span>
    </>
  );
}

function TenantSwitcher(props: AppShellProps) {
  const t = useT(uiTexts);
  if (props.tenants.length < 2)
    return (
      <div className="wh-tenant">
        <TenantLabel name={props.tenantName} />
      </div>
    );
  return (
    <Disclosure
      className="wh-tenant"
      title={t('switchTenant')}
      label={
        <>
          <TenantLabel name={props.tenantName} />
          <Icon name="down" size={16} />
        </>
      }
    >
      <TenantChoices {...props} />
    </Disclosure>
  );
}

function TenantChoices({ tenants, onSwitchTenant }: AppShellProps) {
  return tenants.map((tenant) => (
    <button
      key={tenant.id}
      type="button"
      className="wh-nav__link"
      aria-current={tenant.current ? 'true' : undefined}
      onClick={() => onSwitchTenant(tenant.id)}
    >
      <span className="wh-grow">{tenant.name}</span>
      {tenant.current && <Icon name="check" size={18} />}
    </button>
  ));
}

function PersonLabel({ person }: AppShellProps) {
  return (
    <>
      <Icon name="person" />
      <span className="wh-grow">{person.name}</span>
      <Icon name="up" size={16} />
    </>
  );
}

function PersonMenu({ person, onLocale, onSignOut }: AppShellProps) {
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
      <button type="button" className="wh-nav__link" onClick={onSignOut}>
        <Icon name="logout" />
        {t('signOut')}
      </button>
    </div>
  );
}

/** Says so while there is no connection. */
export function OfflineBar() {
  const t = useT(uiTexts);
  return useOnline() ? null : (
    <div className="wh-offline" role="status">
      <Icon name="offline" size={16} />
      {t('offline')}
    </div>
  );
}
