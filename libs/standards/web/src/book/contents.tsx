import type { StandardBody } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

/** The sections with their number of items; a press leads there. */
export function Contents({ body }: { body: StandardBody }) {
  const t = useT(texts);
  const f = useFormat();
  return (
    <nav className="st-toc" aria-label={t('contents')}>
      <ol>
        {body.sections.map((section, i) => (
          <li key={`${section.id}-${i}`}>
            <a href={`#section-${i}`}>
              <span className="st-toc__id">{section.id}</span>
              <span className="wh-grow">{f.text(section) || '—'}</span>
              <span className="wh-muted">{section.items.length}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
