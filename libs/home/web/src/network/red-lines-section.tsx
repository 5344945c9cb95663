import type { NetworkHomeResponse } from '@wheelhouse/contracts';
import { ButtonLink, EmptyState, Hint, List, ListRow, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { networkTexts } from './network.texts.js';

/** Outlets with a red line that nothing has cleared, the newest first, with what was crossed. */
export function RedLinesSection({
  redLines,
  reportId,
}: {
  redLines: NetworkHomeResponse['redLines'];
  reportId: string | null;
}) {
  const t = useT(networkTexts);
  const f = useFormat();
  const more = redLines.outlets - redLines.newest.length;
  return (
    <div id="red-lines">
      <Section
        title={
          <>
            {t('redLinesTitle')}{' '}
            <Hint label={t('redLinesTitle')}>
              <Meaning of="redLineOutlets" n={redLines.outlets} />
            </Hint>
          </>
        }
        flush
      >
        {redLines.outlets === 0 ? (
          <EmptyState icon="check" title={t('redLinesNone')} />
        ) : (
          <List label={t('redLinesTitle')}>
            {redLines.newest.map(({ outletId, name, regionName, since, items }) => (
              <ListRow
                key={outletId}
                icon="flag"
                title={f.text(name)}
                sub={
                  <>
                    {items.map(({ itemId, text }) => (
                      <span key={itemId} className="home-item">
                        {text ? f.text(text) : itemId}
                      </span>
                    ))}
                    {regionName && `${f.text(regionName)} · `}
                    {t('since', { day: f.shortDate(since) })}
                  </>
                }
                to={`/outlets/${outletId}`}
              />
            ))}
          </List>
        )}
        {more > 0 && (
          <div className="home-more wh-small wh-muted">
            {t('andMore', { count: more })}
            {reportId && (
              <ButtonLink variant="quiet" to={`/reports/${reportId}`}>
                {t('inReport')}
              </ButtonLink>
            )}
          </div>
        )}
      </Section>
    </div>
  );
}
