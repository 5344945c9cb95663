import type { CSSProperties, ReactNode } from 'react';
import { uiTexts } from '../reader/ui-texts.js';
import { useT } from '../reader/texts.js';
import { Button } from './button.js';
import { Icon, type IconName } from './icon.js';

export interface EmptyStateProps {
  icon?: IconName;
  /** What will be here. */
  title: string;
  /** How to make it so. */
  text?: ReactNode;
  action?: ReactNode;
  /** With its own border, outside a `Section`. */
  bordered?: boolean;
}

/** Nothing here yet: says what will be here and how to make it so. */
export function EmptyState({ icon = 'info', title, text, action, bordered }: EmptyStateProps) {
  return (
    <div className={bordered ? 'wh-empty wh-empty--bordered' : 'wh-empty'}>
      <Icon name={icon} size={28} className="wh-empty__icon" />
      <p className="wh-empty__title">{title}</p>
      {text && <p className="wh-empty__text">{text}</p>}
      {action && <div className="wh-empty__action wh-row">{action}</div>}
    </div>
  );
}

/** Something failed: what happened, what was kept, and a way on. */
export function ErrorState({
  title,
  text,
  onRetry,
  action,
}: {
  title?: string;
  text?: ReactNode;
  onRetry?: () => void;
  action?: ReactNode;
}) {
  const t = useT(uiTexts);
  return (
    <div className="wh-card wh-error" role="alert">
      <div className="wh-empty">
        <Icon name="alert" size={28} className="wh-bad" />
        <p className="wh-empty__title">{title ?? t('failed')}</p>
        <p className="wh-empty__text">{text ?? t('failedText')}</p>
        <div className="wh-empty__action wh-row">
          {onRetry && (
            <Button icon="refresh" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          {action}
        </div>
      </div>
    </div>
  );
}

const NOTICE_ICONS = { info: 'info', good: 'check', watch: 'alert', bad: 'alert' } as const;

/** A remark inside a page or form. `bad` is announced at once. */
export function Notice({ tone = 'info', children }: { tone?: keyof typeof NOTICE_ICONS; children: ReactNode }) {
  return (
    <div className={`wh-notice wh-notice--${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={NOTICE_ICONS[tone]} />
      <div className="wh-grow">{children}</div>
    </div>
  );
}

/** One grey bar in the size of what will come. */
export function Skeleton({
  width = '100%',
  height = 16,
  style,
}: {
  width?: number | string;
  height?: number | string;
  style?: CSSProperties;
}) {
  return <span className="wh-skeleton" style={{ width, height, ...style }} aria-hidden="true" />;
}

function Loading({ children }: { children: ReactNode }) {
  const t = useT(uiTexts);
  return (
    <div role="status" aria-busy="true">
      <span className="wh-sr">{t('loading')}</span>
      {children}
    </div>
  );
}

/** The shape of a list while it loads. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <Loading>
      <div className="wh-list">
        {Array.from({ length: rows }, (_, i) => (
          <div key={i} className="wh-listrow">
            <span className="wh-listrow__main wh-stack" style={{ gap: 8 }}>
              <Skeleton width={`${62 - (i % 3) * 11}%`} />
              <Skeleton width={`${34 + (i % 4) * 5}%`} height={12} />
            </span>
            <Skeleton width={56} />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** The shape of a row of figures while it loads. */
export function SkeletonFigures({ count = 4 }: { count?: number }) {
  return (
    <Loading>
      <div className="wh-figures">
        {Array.from({ length: count }, (_, i) => (
          <div key={i} className="wh-figure wh-stack" style={{ gap: 8 }}>
            <Skeleton width={84} height={13} />
            <Skeleton width={72} height={30} />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** The shape of a whole page while it loads: title, a block, a list. */
export function SkeletonPage() {
  return (
    <Loading>
      <div className="wh-page">
        <div className="wh-stack" style={{ gap: 10 }}>
          <Skeleton width="min(320px, 70%)" height={30} />
          <Skeleton width="min(480px, 90%)" />
        </div>
        <div className="wh-card" style={{ padding: 24 }}>
          <Skeleton height={120} />
        </div>
        <div className="wh-card" style={{ padding: 24 }}>
          <Skeleton height={260} />
        </div>
      </div>
    </Loading>
  );
}
