import type { Locale } from '@wheelhouse/kernel';
import { useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon, type IconName } from '../blocks/icon.js';
import { useOnline } from '../blocks/use-media.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';
import { Disclosure } from './disclosure.js';
import { PersonLabel, PersonMenu } from './person-menu.js';
import { TenantChoices, TenantMark, TenantSwitcher } from './tenant-switcher.js';

export interface ShellLink {
  to: string;
  label: string;
  icon: IconName;
}

export interface AppShellProps {
  /** Main places; the first four stand in the phone's tab bar. */
  links: ShellLink[];
  /** Administration, below the main places. */
  adminLinks: ShellLink[];
  adminLabel: string;
  tenantName: string;
  /** Address of the tenant's logo; null shows the product's mark in the tenant's colour. */
  logo: string | null;
  tenants: { id: string; name: string; current: boolean }[];
  onSwitchTenant: (id: string) => void;
  person: { name: string; email: string; to: string };
  onLocale: (locale: Locale) => void;
  onSignOut: () => void;
  /** Opens the command palette. */
  onFind: () => void;
  /** The mouse or the focus comes near it: a chance to fetch it. */
  onFindNear: () => void;
  /** Opens the list of shortcuts. */
  onShortcuts: () => void;
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
        <FindButton {...props} />
        <Links links={links} />
        {adminLinks.length > 0 && <Links links={adminLinks} label={props.adminLabel} />}
        <div className="wh-nav__group wh-nav__group--end">
          <Disclosure up label={<PersonLabel {...props} />} className="wh-nav__link">
            <PersonMenu {...props} />
          </Disclosure>
        </div>
      </nav>
      <header className="wh-topbar">
        <TenantMark logo={props.logo} size={18} />
        <span className="wh-topbar__name" title={tenantName}>
          {tenantName}
        </span>
        <button type="button" className="wh-topbar__find" aria-label={t('find')} onClick={props.onFind}>
          <Icon name="search" size={22} />
        </button>
      </header>
      <div>
        <OfflineBar />
        <main id="content" className="wh-main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <nav className="wh-tabs" aria-label={t('menu')}>
        {tabs.map((link) => (
          <Link key={link.to} to={link.to} aria-current={isCurrent(link.to) ? 'page' : undefined}>
            <Icon name={link.icon} size={22} />
            <span className="wh-tabs__label">{link.label}</span>
          </Link>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          aria-current={tabbed ? undefined : 'page'}
          onClick={() => sheet.current?.showModal()}
        >
          <Icon name="menu" size={22} />
          <span className="wh-tabs__label">{t('more')}</span>
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
        >
          <Icon name={link.icon} />
          <span className="wh-grow">{link.label}</span>
        </Link>
      ))}
    </div>
  );
}

/** A visible way into the command palette, with its keys. */
function FindButton({ onFind, onFindNear }: AppShellProps) {
  const t = useT(uiTexts);
  const apple = /mac|iphone|ipad/i.test(navigator.userAgent);
  return (
    <button
      type="button"
      className="wh-find"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onFind}
      onPointerEnter={onFindNear}
      onFocus={onFindNear}
    >
      <Icon name="search" size={18} />
      <span className="wh-grow">{t('find')}</span>
      <span className="wh-keys" aria-hidden="true">
        <kbd>{apple ? '⌘' : 'Ctrl'}</kbd>
        <kbd>K</kbd>
      </span>
    </button>
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
