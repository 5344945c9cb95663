import type { NetworkHomeResponse, Signal } from '@wheelhouse/contracts';
import { Hint, List, ListRow, Section, Sparkline } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { networkTexts } from './network.texts.js';

/** Regions whose weekly audits left their usual variation, the newest first, each with its chart and limits. */
export function SignalsSection({ network }: { network: NetworkHomeResponse }) {
  const t = useT(networkTexts);
  return (
    <div id="signals">
      <Section
        title={
          <>
            {t('signalsTitle')}{' '}
            <Hint label={t('signalsTitle')}>
              <Meaning of="signal" />
            </Hint>
          </>
        }
        flush
      >
        {network.signals.length === 0 ? (
          <p className="home-pad wh-muted">{t('signalsNone')}</p>
        ) : (
          <List label={t('signalsTitle')}>
            {network.signals.map((signal) => (
              <SignalRow key={signal.orgUnitId} signal={signal} />
            ))}
          </List>
        )}
        {network.unwatched > 0 && (
          <p className="home-more wh-small wh-muted">{t('unwatched', { count: network.unwatched })}</p>
        )}
      </Section>
    </div>
  );
}

function SignalRow({ signal }: { signal: Signal }) {
  const t = useT(networkTexts);
  const f = useFormat();
  const { name, rule, direction, period, value, center, low, high, baseline, points, orgUnitId } = signal;
  const limit = f.score(direction === 'up' ? high : low);
  return (
    <ListRow
      title={f.text(name)}
      sub={
        <>
          {f.week(period)}
          {f.locale === 'en' ? ': ' : '：'}
          <span className={direction === 'up' ? 'wh-good' : 'wh-bad'}>
            {t(`rule.${rule}_${direction}`, { limit, center: f.score(center) })}
          </span>
          {rule === 'N1' && ` · ${f.score(value)}`}
          {baseline < 20 && ` · ${t('provisional', { count: baseline })}`}
        </>
      }
      end={<Sparkline width={112} height={36} values={points.map((point) => point.value)} band={{ low, high }} />}
      to={`/network?orgUnitId=${orgUnitId}`}
    />
  );
}
