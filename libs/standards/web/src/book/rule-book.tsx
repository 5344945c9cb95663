import type { StandardBody } from '@wheelhouse/contracts';
import { Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';
import { Contents } from './contents.js';
import { ItemEntry } from './item-entry.js';
import { useOtherLanguage } from './item-words.js';
import { RulesFacts, VisitFields } from './rules-block.js';

/** A version to be read: rules on top, contents at the side, section by section. */
export function RuleBook({ body, other }: { body: StandardBody; other: boolean }) {
  const t = useT(texts);
  const f = useFormat();
  const second = useOtherLanguage();
  const sum = body.sections.reduce((total, { weight }) => total + weight, 0);
  return (
    <div className="st-layout">
      <Contents body={body} />
      <div className="st-book">
        <Section title={t('rules')}>
          <RulesFacts body={body} />
        </Section>
        {body.sections.map((section, i) => (
          <section key={section.id} className="st-section" id={`section-${i}`}>
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
              <span className="wh-muted wh-small">
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
    </div>
  );
}
