import { useEffect, useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icon.js';

/** The column that every page stands in. `narrow` for forms and reading. */
export function Page({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={`wh-page${narrow ? ' wh-page--narrow' : ''}`}>{children}</div>;
}

export interface PageHeaderProps {
  title: string;
  /** One sentence below the title. */
  lead?: ReactNode;
  back?: { to: string; label: string };
  /** Buttons, the primary one first. */
  actions?: ReactNode;
  /** Beside the title: a status. */
  tag?: ReactNode;
}

/** Title of the page (also the window's), where one came from, what one can do here. */
export function PageHeader({ title, lead, back, actions, tag }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Wheelhouse`;
  }, [title]);
  return (
    <header className="wh-header">
      <div className="wh-header__text">
        {back && (
          <Link className="wh-header__back" to={back.to}>
            <Icon name="left" size={16} />
            {back.label}
          </Link>
        )}
        <div className="wh-row">
          <h1>{title}</h1>
          {tag}
        </div>
        {lead && <p className="wh-header__lead">{lead}</p>}
      </div>
      {actions && <div className="wh-header__actions">{actions}</div>}
    </header>
  );
}

export interface SectionProps {
  title?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Without padding, for lists and tables that reach the edges. */
  flush?: boolean;
  children: ReactNode;
}

/** A titled part of a page on its own surface. */
export function Section({ title, lead, actions, flush, children }: SectionProps) {
  const id = useId();
  return (
    <section className="wh-card" aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <div className="wh-card__head">
          {title && <h2 id={id}>{title}</h2>}
          {actions && <div className="wh-row">{actions}</div>}
          {lead && <p className="wh-card__lead">{lead}</p>}
        </div>
      )}
      <div className={flush ? 'wh-card__body wh-card__body--flush' : 'wh-card__body'}>{children}</div>
    </section>
  );
}

/** Facts as label and value pairs. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="wh-facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
