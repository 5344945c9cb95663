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
  /** A short figure beside the title, so that what is below it has the whole width. */
  corner?: ReactNode;
  /** A line of its own below the rest: tags, a bar. */
  below?: ReactNode;
  /** Where a press leads; the whole row is the target. */
  to?: string;
  onPress?: () => void;
  /** While several are chosen: the row is a box to tick and leads nowhere. */
  choose?: { on: boolean; set: (on: boolean) => void };
}

/** A row with a 56 px target; it leads somewhere (`to`), does something (`onPress`) or just says something. */
export function ListRow({ title, sub, icon, lead, end, corner, below, to, onPress, choose }: ListRowProps) {
  const body = (
    <>
      {choose ? (
        <span className="wh-listrow__lead">
          <input type="checkbox" checked={choose.on} onChange={(e) => choose.set(e.target.checked)} />
        </span>
      ) : (
        (lead || icon) && <span className="wh-listrow__lead">{lead ?? (icon && <Icon name={icon} />)}</span>
      )}
      <span className="wh-listrow__main">
        <span className="wh-listrow__title">
          <span>{title}</span>
          {corner && <span className="wh-listrow__corner">{corner}</span>}
        </span>
        {sub && (
          <span className="wh-listrow__sub" style={{ display: 'block' }}>
            {sub}
          </span>
        )}
        {below && <span className="wh-listrow__below">{below}</span>}
      </span>
      {end && <span className="wh-listrow__end">{end}</span>}
      {!choose && (to || onPress) && <Icon name="right" size={16} className="wh-listrow__chevron" />}
    </>
  );
  return (
    <li>
      {choose ? (
        <label className="wh-listrow">{body}</label>
      ) : to ? (
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
