import type { Mover, ReportResponse } from '@wheelhouse/contracts';
import { Change, Hint, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { texts } from '../texts/report.texts.js';

const SHOWN = 3;

/** Who rose or fell by more than noise; everything else is not worth a word. `since`: the other edition, if not a week. */
export function Movers({ movers, since }: { movers: ReportResponse['movers']; since?: string }) {
  const t = useT(texts);
  const none = movers.up.length + movers.down.length === 0;
  return (
    <Section
      title={
        <>
          {t('movers.title')}{' '}
          <Hint label={t('movers.title')}>
            <Meaning of="movers" />
          </Hint>
        </>
      }
      lead={since && t('compare.since', { week: since })}
    >
      {none ? (
        <p className="wh-muted">{since ? t('movers.noneSince') : t('movers.none')}</p>
      ) : (
        <>
          <div className="rep-movers">
            <Side movers={movers.up} />
            <Side movers={movers.down} />
          </div>
          <p className="wh-small wh-muted rep-movers__rest">{t('movers.rest')}</p>
        </>
      )}
    </Section>
  );
}

function Side({ movers }: { movers: Mover[] }) {
  const t = useT(texts);
  const f = useFormat();
  if (movers.length === 0) return null;
  return (
    <ul>
      {movers.slice(0, SHOWN).map((mover) => (
        <li key={mover.outletId}>
          <Link to={`/outlets/${mover.outletId}`} className="rep-mover">
            <span className="wh-grow">{f.text(mover.name)}</span>
            <Change value={mover.change} />
            <span className="rep-mover__now">{t('movers.from', { score: f.score(mover.score), n: mover.n })}</span>
          </Link>
        </li>
      ))}
      {movers.length > SHOWN && (
        <li className="wh-small wh-muted">{t('movers.more', { count: movers.length - SHOWN })}</li>
      )}
    </ul>
  );
}
