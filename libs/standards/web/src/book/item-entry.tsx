import type { StandardItem } from '@wheelhouse/contracts';
import { Icon } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { texts } from '../texts.js';
import { shortItemId, useItemWords, useOtherLanguage, type BookWords } from './item-words.js';

/** One item of the rule book: number and red line in the margin, requirement, how it is checked, weight. */
export function ItemEntry({
  body,
  item,
  other,
  handle,
  tools,
  flaws,
}: {
  body: BookWords;
  item: StandardItem;
  /** With the other language beside. */
  other: boolean;
  /** What the item is moved by. */
  handle?: ReactNode;
  tools?: ReactNode;
  flaws?: string[];
}) {
  const t = useT(texts);
  const f = useFormat();
  const words = useItemWords(body);
  const second = useOtherLanguage();
  const evidence = words.evidence(item);
  const id = shortItemId(body.code, item.id);
  const examples = [
    { key: 'good', text: item.good_example },
    { key: 'bad', text: item.bad_example },
  ] as const;
  const filled = examples.flatMap(({ key, text }) => (text && (text.en || text.zh) ? [{ key, text }] : []));
  return (
    <article className={`st-item${item.critical ? ' st-item--critical' : ''}`} id={id} tabIndex={-1}>
      <div className="st-item__margin">
        {handle}
        <a className="st-item__id" href={`#${encodeURIComponent(id)}`} title={t('linkTo', { id })}>
          {id}
        </a>
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
        {item.guidance && (item.guidance.en || item.guidance.zh) && (
          <div className={`st-item__guidance${other ? ' st-pair' : ''}`}>
            <p>
              <strong>{t('guidance')}</strong> {f.text(item.guidance)}
            </p>
            {other && (
              <p lang={second.lang} className="st-item__other">
                {second.text(item.guidance)}
              </p>
            )}
          </div>
        )}
        {filled.length > 0 && (
          <div className="st-examples">
            {filled.map(({ key, text }) => (
              <p key={key} className={`st-example st-example--${key}`}>
                <strong className={key === 'good' ? 'wh-good' : 'wh-bad'}>
                  <Icon name={key === 'good' ? 'check' : 'close'} size={14} />
                  {t(key)}
                </strong>
                <span>{f.text(text)}</span>
                {other && (
                  <span lang={second.lang} className="st-item__other">
                    {second.text(text)}
                  </span>
                )}
              </p>
            ))}
          </div>
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
        <span className="st-item__weight">
          <span className="wh-sr">{t('weight')} </span>
          <span aria-hidden="true" className="st-item__weightmark">
            {t('weight')}
          </span>
          {item.weight}
        </span>
        {tools}
      </div>
    </article>
  );
}
