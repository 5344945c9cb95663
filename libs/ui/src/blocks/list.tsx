import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from './icon.js';

/** A list of `ListRow`s, each a list item. */
export function List({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="wh-list" aria-label={label}>
      {children}
    </ul>
  );
}

export interface ListRowProps {
  title: ReactNode;
  sub?: ReactNode;
  icon?: IconName;
  lead?: ReactNode;
  /** Right side: a figure, a status. */
  end?: ReactNode;
  /** Where a press leads; the whole row is the target. */
  to?: string;
  onPress?: () => void;
}

/** A row with a 56 px target; it leads somewhere (`to`), does something (`onPress`) or just says something. */
export function ListRow({ title, sub, icon, lead, end, to, onPress }: ListRowProps) {
  const body = (
    <>
      {(lead || icon) && <span className="wh-listrow__lead">{lead ?? (icon && <Icon name={icon} />)}</span>}
      <span className="wh-listrow__main">
        <span className="wh-listrow__title" style={{ display: 'block' }}>
          {title}
        </span>
        {sub && (
          <span className="wh-listrow__sub" style={{ display: 'block' }}>
            {sub}
          </span>
        )}
      </span>
      {end && <span className="wh-listrow__end">{end}</span>}
      {(to || onPress) && <Icon name="right" size={16} className="wh-listrow__chevron" />}
    </>
  );
  return (
    <li>
      {to ? (
        <Link className="wh-listrow" to={to}>
          {body}
        </Link>
      ) : onPress ? (
        <button type="button" className="wh-listrow" onClick={onPress}>
          {body}
        </button>
      ) : (
        <div className="wh-listrow">{body}</div>
      )}
    </li>
  );
}
