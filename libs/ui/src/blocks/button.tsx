import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from './icon.js';

interface Look {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  icon?: IconName;
  wide?: boolean;
  children?: ReactNode;
}

function classes({ variant = 'secondary', wide, children }: Look, extra?: string) {
  return ['wh-button', `wh-button--${variant}`, wide && 'wh-button--wide', !children && 'wh-button--icon', extra]
    .filter(Boolean)
    .join(' ');
}

export interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Shows that work goes on and takes no second press. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button. One primary for each screen. Without children it is an icon button and needs `aria-label`. */
export function Button({
  variant,
  icon,
  wide,
  busy,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classes({ variant, wide, children }, className)}
    >
      {busy ? <Icon name="spinner" size={18} className="wh-spin" /> : icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere instead of doing something. */
export function ButtonLink({
  variant,
  icon,
  wide,
  to,
  state,
  children,
  'aria-label': label,
}: Look & { to: string; state?: unknown; 'aria-label'?: string }) {
  return (
    <Link to={to} state={state} aria-label={label} className={classes({ variant, wide, children })}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Link>
  );
}
