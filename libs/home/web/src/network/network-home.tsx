import type { NetworkHomeResponse } from '@wheelhouse/contracts';
import { EmptyState, Section, SkeletonFigures, SkeletonRows } from '@wheelhouse/ui';
import { Failed, useApi, useT } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { CoverageSection } from './coverage-section.js';
import { HeatSection } from './heat-section.js';
import { MoversSection } from './movers-section.js';
import { NetworkHead } from './network-head.js';
import { networkTexts } from './network.texts.js';
import { RedLinesSection } from './red-lines-section.js';
import { SignalsSection } from './signals-section.js';

/** Headquarters: score and trend, then what waits, coverage, red lines, who moved, when something changed, where it is weak. */
export function NetworkHome({ waiting }: { waiting: ReactNode }) {
  const t = useT(networkTexts);
  const network = useApi<NetworkHomeResponse>('/home/network');
  if (network.error) return <Failed error={network.error} onRetry={() => void network.refetch()} />;
  if (network.isPending)
    return (
      <>
        <div className="home-network-wait">
          <Section>
            <SkeletonFigures count={4} />
          </Section>
        </div>
        <div className="home-columns">
          <div className="home-column">{waiting}</div>
          <Section flush>
            <SkeletonRows rows={5} />
          </Section>
        </div>
      </>
    );
  const { data } = network;
  return (
    <>
      {data.report ? (
        <NetworkHead report={data.report} network={data} />
      ) : (
        <Section>
          <EmptyState icon="chart" title={t('noReport')} />
        </Section>
      )}
      <div className="home-columns">
        <div className="home-column">
          {waiting}
          {data.report && <MoversSection movers={data.report.movers} />}
          <SignalsSection network={data} />
        </div>
        <div className="home-column">
          <CoverageSection weeks={data.coverage} />
          <RedLinesSection redLines={data.redLines} reportId={data.report?.id ?? null} />
        </div>
      </div>
      <HeatSection />
    </>
  );
}
