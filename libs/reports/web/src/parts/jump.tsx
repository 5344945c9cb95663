import { useT } from '@wheelhouse/web-core';
import { texts } from '../texts/report.texts.js';

/** On a phone: the parts of the report within the thumb's reach. */
export function Jump() {
  const t = useT(texts);
  return (
    <nav className="rep-jump" aria-label={t('jump.label')}>
      {(['head', 'visit', 'pareto', 'ranking'] as const).map((part) => (
        <button
          key={part}
          type="button"
          onClick={() => document.getElementById(part)?.scrollIntoView({ behavior: 'smooth', block: 'start' })}
        >
          {t(`jump.${part}`)}
        </button>
      ))}
    </nav>
  );
}
