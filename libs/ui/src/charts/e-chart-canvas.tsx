import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTheme } from '../reader/theme.js';
import type { EChartProps } from './e-chart.js';
import { readPalette, type ChartPalette } from './palette.js';
import { withLooks } from './series-looks.js';

register([
  BarChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

const axis = (p: ChartPalette) => ({
  axisLine: { lineStyle: { color: p.line } },
  axisTick: { show: false },
  axisLabel: { color: p.ink3, fontSize: 12 },
  splitLine: { lineStyle: { color: p.line } },
  nameTextStyle: { color: p.ink3 },
});

function theme(p: ChartPalette) {
  return {
    color: p.series,
    textStyle: { fontFamily: p.font, color: p.ink2 },
    categoryAxis: { ...axis(p), splitLine: { show: false } },
    valueAxis: { ...axis(p), axisLine: { show: false } },
    legend: { textStyle: { color: p.ink2 }, itemWidth: 14, itemHeight: 8 },
    tooltip: {
      backgroundColor: p.surface,
      borderColor: p.line,
      textStyle: { color: p.ink, fontSize: 13 },
      extraCssText: 'box-shadow: var(--wh-shadow); border-radius: 8px;',
    },
    line: { symbolSize: 6, lineStyle: { width: 2 } },
  };
}

/** The drawing itself, in its own chunk with ECharts' parts. Default export: `React.lazy` asks for one. */
function EChartCanvas({ option, height, onPress }: Pick<EChartProps, 'option' | 'onPress'> & { height: number }) {
  const { mode, accent } = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef(onPress);
  useEffect(() => {
    pressed.current = onPress;
  }, [onPress]);

  useEffect(() => {
    if (!box.current) return;
    const palette = readPalette();
    const chart: EChartsType = init(box.current, theme(palette), { renderer: 'svg' });
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.setOption({
      animation: !still,
      animationDuration: 250,
      ...withLooks(option(palette) as EChartsCoreOption, palette),
    });
    chart.on('click', (event) =>
      pressed.current?.({ dataIndex: event.dataIndex, seriesIndex: event.seriesIndex, name: event.name }),
    );
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option, mode, accent]);

  return <div ref={box} style={{ height }} aria-hidden="true" />;
}

export { EChartCanvas as default };
