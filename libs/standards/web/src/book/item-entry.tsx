import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import { Icon } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { texts } from '../texts.js';
import { shortItemId, useItemWords, useOtherLanguage } from './item-words.js';

/** One item of the rule book: number and red line in the margin, requirement, how it is checked, weight. */
export function ItemEntry({
  body,
  item,
  other,
  tools,
  flaws,
}: {
  body: StandardBody;
  item: StandardItem;
  /** With the other language beside. */
  other: boolean;
  tools?: ReactNode;
  flaws?: string[];
}) {
  const t = useT(texts);
  const f = useFormat();
  const words = useItemWords(body);
  const second = useOtherLanguage();
  const examples = [
    { key: 'guidance', text: item.guidance },
    { key: 'good', text: item.good_example },
    { key: 'bad', text: item.bad_example },
  ] as const;
  const evidence = words.evidence(item);
  return (
    <article className={`st-item${item.critical ? ' st-item--critical' : ''}`} id={`item-${item.id}`}>
      <div className="st-item__margin">
        <span className="st-item__id">{shortItemId(body.code, item.id)}</span>
        {item.critical && (
          <span className="st-item__red">
            <Icon name="flag" size={14} />
            {t('redLine')}
          </span>
        )}
      </div>
      <div className="st-item__main">
        <div className={other ? 'st-pair' : undefined}>
          <p className="st-item__text">{f.text(item) || '—'}</p>
          {other && (
            <p className="st-item__text st-item__other" lang={second.lang}>
              {second.text(item) || '—'}
            </p>
          )}
        </div>
        <p className="st-item__how">
          {words.how(item)}
          {evidence && <span> · {evidence}</span>}
        </p>
        {item.critical && <p className="st-item__how wh-bad">{words.redLine(item.critical)}</p>}
        {examples.map(({ key, text }) =>
          text && (text.en || text.zh) ? (
            <p key={key} className="st-item__example">
              <strong className={key === 'good' ? 'wh-good' : key === 'bad' ? 'wh-bad' : undefined}>{t(key)}</strong>{' '}
              {f.text(text)}
              {other && (
                <span lang={second.lang} className="wh-muted">
                  {' '}
                  / {second.text(text)}
                </span>
              )}
            </p>
          ) : null,
        )}
        <p className="st-item__belongs">{words.belongs(item).join(' · ')}</p>
        {flaws && flaws.length > 0 && (
          <ul className="st-flaws">
            {flaws.map((flaw) => (
              <li key={flaw}>
                <Icon name="alert" size={14} />
                {flaw}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="st-item__end">
        <span className="st-item__weight" title={`${t('weight')} ${item.weight}`}>
          {t('weightShort', { weight: item.weight })}
        </span>
        {tools}
      </div>
    </article>
  );
}
