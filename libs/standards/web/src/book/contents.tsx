import type { StandardBody } from '@wheelhouse/contracts';
import { Icon, useIsPhone } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { memo, useRef } from 'react';
import { texts } from '../texts.js';
import { useCurrentSection } from './use-current-section.js';

/** The sections with their number of items, the one that is read now lit; a press leads there. Folded on a phone. */
export const Contents = memo(function Contents({ sections }: { sections: StandardBody['sections'] }) {
  const t = useT(texts);
  const f = useFormat();
  const phone = useIsPhone();
  const folded = useRef<HTMLDetailsElement>(null);
  const current = useCurrentSection(sections.map(({ id }) => id));
  const now = sections.find(({ id }) => id === current);
  const list = (
    <ol>
      {sections.map((section, i) => (
        <li key={`${section.id}-${i}`}>
          <a
            href={`#${encodeURIComponent(section.id)}`}
            aria-current={section.id === current ? 'true' : undefined}
            onClick={() => folded.current?.removeAttribute('open')}
          >
            <span className="st-toc__id">{section.id}</span>
            <span className="st-toc__name">{f.text(section) || '—'}</span>
            <span className="st-toc__count">{section.items.length}</span>
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="st-toc" aria-label={t('contents')}>
      {phone ? (
        <details ref={folded}>
          <summary>
            <Icon name="menu" size={18} />
            <span className="st-toc__name">{now ? `${now.id} ${f.text(now)}` : t('contents')}</span>
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </nav>
  );
});
