import type { ReportResponse } from '@wheelhouse/contracts';
import { Facts, ScrollArea, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { rankingTexts } from '../texts/ranking.texts.js';

/** How every figure of this edition came to be: scheme, windows, shrinkage, constants, versions. */
export function Method({ report }: { report: ReportResponse }) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const { scheme, formulaVersion, standardVersions, audits } = report.method;
  const total = scheme.sources.reduce((sum, one) => sum + one.weight, 0) || 1;
  const sd = (variance: number | null) => f.number(variance === null ? null : Math.sqrt(variance), 1);
  return (
    <Section title={t('method.title')}>
      <div className="wh-stack rep-method">
        <Facts
          facts={[
            { label: t('method.scheme'), value: t('method.schemeVersion', { version: scheme.version }) },
            { label: t('method.formula'), value: t('method.formulaVersion', { version: formulaVersion }) },
            { label: t('method.audits'), value: f.number(audits) },
            {
              label: t('method.standards'),
              value: standardVersions.map((one) => `${one.code} ${one.version}`).join(' · ') || '—',
            },
          ]}
        />
        <div className="rep-method__tables">
          <ScrollArea label={t('detail.sources')}>
            <table className="wh-table">
              <thead>
                <tr>
                  <th scope="col">{t('detail.source')}</th>
                  <th scope="col" className="wh-num">
                    {t('method.weight')}
                  </th>
                  <th scope="col" className="wh-num">
                    {t('detail.window')}
                  </th>
                  <th scope="col" className="wh-num">
                    {t('method.minN')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {scheme.sources.map((one) => (
                  <tr key={one.source}>
                    <th scope="row">{t(`sources.${one.source}`)}</th>
                    <td className="wh-num">{f.percent(one.weight / total)}</td>
                    <td className="wh-num">{t('detail.weeks', { count: one.windowWeeks })}</td>
                    <td className="wh-num">{t('method.minNOf', { count: one.minN })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
          <ScrollArea label={t('method.group')}>
            <table className="wh-table">
              <thead>
                <tr>
                  <th scope="col">{t('method.group')}</th>
                  <th scope="col" className="wh-num">
                    {t('method.ranked')}
                  </th>
                  <th scope="col" className="wh-num">
                    {t('method.mean')}
                  </th>
                  <th scope="col" className="wh-num">
                    {t('method.within')}
                  </th>
                  <th scope="col" className="wh-num">
                    {t('method.between')}
                  </th>
                  <th scope="col">{t('method.tells')}</th>
                </tr>
              </thead>
              <tbody>
                {report.peerGroups.map((group) => (
                  <tr key={group.id ?? 'all'}>
                    <th scope="row">{group.id === null ? t('method.whole') : f.text(group.name)}</th>
                    <td className="wh-num">{f.number(group.ranked)}</td>
                    <td className="wh-num">{f.score(group.mean)}</td>
                    <td className="wh-num">{sd(group.withinVariance)}</td>
                    <td className="wh-num">{sd(group.betweenVariance)}</td>
                    <td>{group.distinguishable ? t('method.apartYes') : t('method.apartNo')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        </div>
        <ul className="rep-method__rules">
          <li>
            {t('method.composite', { coverage: f.percent(scheme.minCoverage) })}{' '}
            {scheme.rankPartial ? t('method.partialYes') : t('method.partialNo')}
          </li>
          <li>
            {t('method.sample', { count: scheme.minSample })} {t('method.peers', { count: scheme.minPeers })}
          </li>
          <li>{t('method.shrink')}</li>
          <li>{t('method.noise')}</li>
          <li>{t('method.tie')}</li>
        </ul>
      </div>
    </Section>
  );
}
