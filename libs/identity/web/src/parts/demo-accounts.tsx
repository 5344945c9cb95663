import { useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

export const DEMO_PASSWORD = 'wheelhouse-demo';
const ACCOUNTS = [
  ['admin', 'hq_admin'],
  ['quality', 'quality_manager'],
  ['supervisor', 'supervisor'],
  ['manager', 'franchise_manager'],
  ['shopper', 'mystery_shopper'],
  ['viewer', 'viewer'],
] as const;
const BRANDS = [
  { domain: 'longxiang.demo', name: 'Longxiang Auto 龙骧汽车' },
  { domain: 'qingcha.demo', name: 'Qingcha 青茶' },
];

/** The accounts of the demo, one press each. Shown only by an installation that says it is a demo. */
export function DemoAccounts({ onChoose }: { onChoose: (email: string) => void }) {
  const t = useT(texts);
  return (
    <section className="id-demo" aria-label={t('signIn.demo')}>
      <h2>{t('signIn.demo')}</h2>
      <p className="wh-small wh-muted">{t('signIn.demoText', { password: DEMO_PASSWORD })}</p>
      {BRANDS.map(({ domain, name }) => (
        <div key={domain} className="id-demo__group">
          <span className="wh-small">{name}</span>
          <div className="id-demo__roles">
            {ACCOUNTS.map(([account, role]) => (
              <button key={account} type="button" onClick={() => onChoose(`${account}@${domain}`)}>
                {t(`roles.${role}`)}
              </button>
            ))}
          </div>
        </div>
      ))}
      <div className="id-demo__group id-demo__roles">
        <button type="button" onClick={() => onChoose('operator@wheelhouse.demo')}>
          {t('signIn.operator')}
        </button>
      </div>
    </section>
  );
}
