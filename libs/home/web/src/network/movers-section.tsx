import type { Mover, ReportResponse } from '@wheelhouse/contracts';
import { Section } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { MoverLine } from '../report/report-section.js';
import { networkTexts } from './network.texts.js';

const SHOWN = 5;

/** Who fell and who rose by more than noise; those who fell first. */
export function MoversSection({ movers }: { movers: ReportResponse['movers'] }) {
  const t = useT(networkTexts);
  const none = movers.up.length + movers.down.length === 0;
  return (
    <Section title={t('movers')}>
      {none ? (
        <p className="wh-muted">{t('moversNone')}</p>
      ) : (
        <div className="home-movers home-list">
          <Side label={t('down')} movers={movers.down} />
          <Side label={t('up')} movers={movers.up} />
        </div>
      )}
    </Section>
  );
}

function Side({ label, movers }: { label: string; movers: Mover[] }) {
  if (movers.length === 0) return null;
  return (
    <div>
      <h3 className="wh-small wh-muted">{label}</h3>
      <ul>
        {movers.slice(0, SHOWN).map((mover) => (
          <MoverLine key={mover.outletId} mover={mover} />
        ))}
      </ul>
    </div>
  );
}
