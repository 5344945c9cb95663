import { AppShell, toast, type ShellLink } from '@wheelhouse/ui';
import {
  mayOpen,
  useExplain,
  useFormat,
  useSession,
  useSessionActions,
  useT,
  type FeatureRoute,
} from '@wheelhouse/web-core';
import { Outlet } from 'react-router';
import { features } from './features.js';
import { webTexts } from './texts.js';

/** The frame with what this person may open. */
export function Frame() {
  const t = useT(webTexts);
  const f = useFormat();
  const session = useSession();
  const actions = useSessionActions();
  const explain = useExplain();
  const failed = (error: unknown) => toast({ text: explain(error).text, tone: 'bad' });

  const link = (feature: FeatureRoute): ShellLink => ({
    to: feature.path,
    label: f.text(feature.nav?.label),
    icon: feature.nav?.icon ?? 'document',
    preload: () => void feature.lazy(),
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
      tenants={session.tenants.map((tenant) => ({
        id: tenant.id,
        name: f.text(tenant.name),
        current: tenant.id === session.tenant?.id,
      }))}
      onSwitchTenant={(id) => {
        if (id === session.tenant?.id) return;
        actions.switchTenant(id).catch(failed);
      }}
      person={{ name: session.person.name, email: session.person.email, to: '/profile' }}
      onLocale={(locale) => void actions.changeLocale(locale)}
      onSignOut={() => void actions.end().catch(failed)}
    >
      <Outlet />
    </AppShell>
  );
}
