import type { HeatResponse } from '@wheelhouse/contracts';
import { EChart, EmptyState, Hint, Section, SkeletonRows, type ChartPalette } from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { networkTexts } from './network.texts.js';

const ROW = 34;
const AXIS = 78;

/** Regions by sections, worst first; a press on a cell opens its findings. The same figures stand in the table behind it. */
export function HeatSection() {
  const t = useT(networkTexts);
  const f = useFormat();
  const heat = useApi<HeatResponse>('/home/heat');
  if (heat.error) return <Failed error={heat.error} onRetry={() => void heat.refetch()} />;
  return (
    <Section
      title={
        <>
          {t('heat')}{' '}
          <Hint label={t('heat')}>
            <Meaning of="heat" />
          </Hint>
        </>
      }
      lead={
        heat.data?.standard
          ? t('heatLead', { standard: f.text(heat.data.standard.name), range: f.range(heat.data.from, heat.data.to) })
          : undefined
      }
    >
      {heat.isPending ? (
        <SkeletonRows rows={6} />
      ) : heat.data.regions.length === 0 ? (
        <EmptyState icon="chart" title={t('heatNone')} />
      ) : (
        <HeatMap heat={heat.data} />
      )}
    </Section>
  );
}

function HeatMap({ heat }: { heat: HeatResponse }) {
  const t = useT(networkTexts);
  const f = useFormat();
  const { can } = useSession();
  const navigate = useNavigate();
  const opens = can('audit.read');
  const to = (orgUnitId: string, sectionId: string) =>
    `/findings?${new URLSearchParams({ orgUnitId, sectionId, standardId: heat.standard?.id ?? '', from: heat.from, to: heat.to })}`;
  const flat = heat.regions.flatMap(({ cells }, y) => cells.flatMap((cell, x) => (cell ? [{ x, y, ...cell }] : [])));
  const drawing = JSON.stringify({
    regions: heat.regions.map(({ name }) => f.text(name)),
    sections: heat.sections.map(({ name }) => f.text(name)),
    flat,
  });
  const option = useCallback((palette: ChartPalette) => heatOption(palette, JSON.parse(drawing) as Drawing), [drawing]);
  return (
    <div className="home-heat">
      <EChart
        label={t('heat')}
        height={heat.regions.length * ROW + AXIS}
        option={option}
        onPress={({ dataIndex }) => {
          const cell = flat[dataIndex];
          const [region, section] = [heat.regions[cell?.y ?? -1], heat.sections[cell?.x ?? -1]];
          if (opens && region && section) void navigate(to(region.orgUnitId, section.id));
        }}
        table={{
          columns: [
            { title: t('region') },
            { title: t('mean'), numeric: true },
            ...heat.sections.map(({ name }) => ({ title: f.text(name), numeric: true })),
          ],
          rows: heat.regions.map(({ orgUnitId, name, mean, cells }) => [
            f.text(name),
            f.score(mean),
            ...cells.map((cell, i) => {
              const section = heat.sections[i];
              if (!cell || !section) return '—';
              const words = t('cell', {
                region: f.text(name),
                section: f.text(section.name),
                score: f.score(cell.score),
                n: cell.n,
              });
              return opens ? (
                <Link to={to(orgUnitId, section.id)} aria-label={words}>
                  {f.score(cell.score)}
                </Link>
              ) : (
                <span title={words}>{f.score(cell.score)}</span>
              );
            }),
          ]),
        }}
      />
      <p className="wh-small wh-muted">
        {t('heatDarker')} {opens && t('heatLink')}
      </p>
    </div>
  );
}

interface Drawing {
  regions: string[];
  sections: string[];
  flat: { x: number; y: number; score: number; n: number }[];
}

/** One hue from strong (weak score) to none: readable without telling red from green; the figure stands in the cell. */
function heatOption(palette: ChartPalette, { regions, sections, flat }: Drawing) {
  const scores = flat.map(({ score }) => score);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    tooltip: {
      formatter: ({ data }: { data: { value: [number, number, number]; n: number } }) =>
        `${escape(regions[data.value[1]] ?? '')}<br>${escape(sections[data.value[0]] ?? '')}: ${data.value[2].toFixed(1)} (n = ${data.n})`,
    },
    xAxis: {
      type: 'category',
      data: sections,
      position: 'top',
      axisLabel: { interval: 0, width: 96, overflow: 'break', lineHeight: 15 },
      axisLine: { show: false },
    },
    yAxis: {
      type: 'category',
      data: regions,
      inverse: true,
      axisLabel: { width: 130, overflow: 'truncate' },
      axisLine: { show: false },
    },
    visualMap: {
      show: false,
      min: low,
      max: Math.max(high, low + 1),
      inRange: { color: [palette.bad, palette.sunken] },
    },
    series: [
      {
        type: 'heatmap',
        data: flat.map(({ x, y, score, n }) => ({
          value: [x, y, score],
          n,
          label: {
            color: (score - low) / Math.max(1, high - low) < 0.3 ? palette.surface : palette.ink,
          },
        })),
        label: { show: true, formatter: ({ value }: { value: [number, number, number] }) => value[2].toFixed(1) },
        itemStyle: { borderColor: palette.surface, borderWidth: 2, borderRadius: 4 },
        emphasis: { itemStyle: { borderColor: palette.ink } },
      },
    ],
  };
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
