/** How the series of one kind differ beside their colour: for readers who do not tell the colours apart, and for print. */
const LINES = ['solid', 'dashed', 'dotted', [12, 4, 2, 4], [2, 6], [16, 4]] as const;
const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const;
/** Hatchings over bars; the first series has none. */
const HATCHES = [
  null,
  { dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  { dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.6,
  },
  { dashArrayX: [4, 4], dashArrayY: [2, 4], rotation: 0 },
  { dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: Math.PI / 2 },
] as const;

type Series = Record<string, unknown> & { type?: string };
interface Look {
  lineStyle?: object;
  itemStyle?: object;
}

const drawn = (series: Series) => (series['lineStyle'] as { opacity?: number } | undefined)?.opacity !== 0;

/**
 * Gives each line of a chart its own stroke and mark and each bar its own hatching, in their order; what a chart says
 * itself stays. Lines that are not drawn (the ends of a band) do not count. `ink`: the colour of hatchings.
 */
export function withLooks<T extends object>(option: T, ink: string): T {
  const { series } = option as { series?: Series | Series[] };
  if (!series) return option;
  let lines = 0;
  let bars = 0;
  const looked = (Array.isArray(series) ? series : [series]).map((one) => {
    const own = one as Series & Look;
    if (one.type === 'line' && drawn(one)) {
      const at = lines++ % LINES.length;
      return { symbol: MARKS[at], ...one, lineStyle: { type: LINES[at], ...own.lineStyle } };
    }
    if (one.type === 'bar') {
      const hatch = HATCHES[bars++ % HATCHES.length];
      return hatch ? { ...one, itemStyle: { decal: { color: ink, ...hatch }, ...own.itemStyle } } : one;
    }
    return one;
  });
  return { ...option, series: looked };
}
