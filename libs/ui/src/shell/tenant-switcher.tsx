import { Icon, WheelMark } from '../blocks/icon.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';
import type { AppShellProps } from './app-shell.js';
import { Disclosure } from './disclosure.js';

type Tenants = Pick<AppShellProps, 'tenantName' | 'logo' | 'tenants' | 'onSwitchTenant'>;

/** The tenant's own logo on white, else the product's mark in the tenant's colour. The name stands beside it. */
export function TenantMark({ logo, size }: { logo: string | null; size?: number }) {
  if (logo)
    return (
      <span className="wh-tenant__mark wh-tenant__mark--logo">
        <img src={logo} alt="" />
      </span>
    );
  return (
    <span className="wh-tenant__mark">
      <WheelMark size={size} />
    </span>
  );
}

function TenantLabel({ name, logo }: { name: string; logo: string | null }) {
  return (
    <>
      <TenantMark logo={logo} />
      <span className="wh-tenant__text">
        <span className="wh-tenant__name" title={name}>
          {name}
        </span>
        <span className="wh-tenant__product">Wheelhouse</span>
      </span>
    </>
  );
}

/** Whose house this is; for people in several, also the way into another. */
export function TenantSwitcher(props: Tenants) {
  const t = useT(uiTexts);
  if (props.tenants.length < 2)
    return (
      <div className="wh-tenant">
        <TenantLabel name={props.tenantName} logo={props.logo} />
      </div>
    );
  return (
    <Disclosure
      className="wh-tenant"
      title={t('switchTenant')}
      label={
        <>
          <TenantLabel name={props.tenantName} logo={props.logo} />
          <Icon name="down" size={16} />
        </>
      }
    >
      <TenantChoices {...props} />
    </Disclosure>
  );
}

/** The person's organisations as buttons. */
export function TenantChoices({ tenants, onSwitchTenant }: Pick<AppShellProps, 'tenants' | 'onSwitchTenant'>) {
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
