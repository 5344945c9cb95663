import type { StandardBody } from '@wheelhouse/contracts';
import { EmptyState, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { memo, type RefObject } from 'react';
import { texts } from '../texts.js';
import { ItemEntry } from './item-entry.js';
import { useOtherLanguage } from './item-words.js';
import { RulesFacts, VisitFields } from './rules-block.js';
import { useAnchor } from './use-anchor.js';

/** A version to be read: rules on top, section by section. */
export const RuleBook = memo(function RuleBook({
  body,
  other,
  root,
}: {
  body: StandardBody;
  other: boolean;
  root: RefObject<HTMLDivElement | null>;
}) {
  const t = useT(texts);
  const f = useFormat();
  const second = useOtherLanguage();
  const sum = body.sections.reduce((total, { weight }) => total + weight, 0);
  useAnchor();
  return (
    <div className="st-book" ref={root}>
      <Section title={t('rules')}>
        <RulesFacts body={body} />
      </Section>
      {body.sections.length === 0 && <EmptyState bordered icon="book" title={t('noSections')} />}
      {body.sections.map((section) => (
        <section key={section.id} className="st-section" id={section.id} tabIndex={-1}>
          <header className="st-section__head">
            <h2>
              <span className="st-section__id">{section.id}</span>
              {f.text(section)}
              {other && (
                <span className="st-section__other" lang={second.lang}>
                  {second.text(section)}
                </span>
              )}
            </h2>
            <span className="st-section__weight">
              {t('sectionWeight', { weight: section.weight, sum })} · {t('items', { count: section.items.length })}
            </span>
          </header>
          {section.items.map((item) => (
            <ItemEntry key={item.id} body={body} item={item} other={other} />
          ))}
        </section>
      ))}
      <VisitFields body={body} />
    </div>
  );
});
