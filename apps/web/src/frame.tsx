import { AppShell, toast, type ShellLink } from '@wheelhouse/ui';
import {
  ApiProblem,
  mayOpen,
  useExplain,
  useFormat,
  useSession,
  useSessionActions,
  useT,
  type FeatureRoute,
} from '@wheelhouse/web-core';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Outlet } from 'react-router';
import { placesOf } from './desk/places.js';
import { useShortcuts } from './desk/use-shortcuts.js';
import { features } from './features.js';
import { webTexts } from './texts.js';
import { usePreload } from './use-preload.js';

const loadPalette = () => import('./desk/palette.js').then((m) => ({ default: m.Palette }));
const loadHelp = () => import('./desk/shortcut-help.js').then((m) => ({ default: m.ShortcutHelp }));
const Palette = lazy(loadPalette);
const ShortcutHelp = lazy(loadHelp);

/** The frame with what this person may open, the command palette and the shortcuts. */
export function Frame() {
  const t = useT(webTexts);
  const f = useFormat();
  const session = useSession();
  const actions = useSessionActions();
  const explain = useExplain();
  const [desk, setDesk] = useState<'palette' | 'help' | null>(null);
  const places = useMemo(() => placesOf(features, session), [session]);
  const may = useCallback((to: string) => places.some((place) => place.to === to), [places]);
  const failed = (error: unknown) => toast({ text: explain(error).text, tone: 'bad' });
  // Shown once its code is there: without a connection the page stays as it is.
  const open = (what: 'palette' | 'help') => {
    const load = what === 'palette' ? loadPalette : loadHelp;
    load().then(
      () => setDesk(what),
      () => failed(new ApiProblem(0, 'CLIENT.OFFLINE', 'offline')),
    );
  };
  useShortcuts(may, open);
  usePreload();

  const close = () => setDesk(null);
  const signOut = () => void actions.end().catch(failed);
  const switchTenant = (id: string) => {
    if (id !== session.tenant?.id) actions.switchTenant(id).catch(failed);
  };
  const link = (feature: FeatureRoute): ShellLink => ({
    to: feature.path,
    label: f.text(feature.nav?.label),
    icon: feature.nav?.icon ?? 'document',
  });
  const visible = features
    .filter((feature) => feature.nav && mayOpen(feature, session))
    .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0));
  const group = (name: 'main' | 'admin') =>
    visible.filter((feature) => (feature.nav?.group ?? 'main') === name).map(link);

  return (
    <AppShell
      links={group('main')}
      adminLinks={group('admin')}
      adminLabel={t('admin')}
      tenantName={session.tenant ? f.text(session.tenant.name) : t('operator')}
      logo={session.tenant?.logo ?? null}
      tenants={session.tenants.map((tenant) => ({
        id: tenant.id,
        name: f.text(tenant.name),
        current: tenant.id === session.tenant?.id,
      }))}
      onSwitchTenant={switchTenant}
      person={{ name: session.person.name, email: session.person.email, to: '/profile' }}
      onLocale={(locale) => void actions.changeLocale(locale)}
      onSignOut={signOut}
      onFind={() => open('palette')}
      onFindNear={() => void loadPalette().catch(() => undefined)}
      onShortcuts={() => open('help')}
    >
      <Outlet />
      <Suspense>
        {desk === 'palette' && (
          <Palette
            places={places}
            onClose={close}
            onHelp={() => open('help')}
            onSwitchTenant={switchTenant}
            onSignOut={signOut}
          />
        )}
        {desk === 'help' && <ShortcutHelp places={places} onClose={close} />}
      </Suspense>
    </AppShell>
  );
}
