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

interface Colours {
  /** The series' colours in their order. */
  series: readonly string[];
  /** What hatchings let through. */
  surface: string;
}
type Series = Record<string, unknown> & { type?: string };
interface Look {
  lineStyle?: object;
  itemStyle?: { color?: unknown };
}

const drawn = (series: Series) => (series['lineStyle'] as { opacity?: number } | undefined)?.opacity !== 0;
const coloured = (series: Series & Look) => series['color'] !== undefined || series.itemStyle?.color !== undefined;

/**
 * Gives each line of a chart its own colour, stroke and mark and each bar its own colour and hatching, in their order;
 * what a chart says itself stays. Lines that are not drawn (the ends of a band) do not count.
 */
export function withLooks<T extends object>(option: T, { series: colours, surface }: Colours): T {
  const { series } = option as { series?: Series | Series[] };
  if (!series) return option;
  let lines = 0;
  let bars = 0;
  let own = 0;
  const colour = (one: Series & Look) => (coloured(one) ? {} : { color: colours[own++ % colours.length] });
  const looked = (Array.isArray(series) ? series : [series]).map((one) => {
    const look = one as Series & Look;
    if (one.type === 'line' && drawn(one)) {
      const at = lines++ % LINES.length;
      return {
        symbol: MARKS[at],
        ...one,
        itemStyle: { ...colour(look), ...look.itemStyle },
        lineStyle: { type: LINES[at], ...look.lineStyle },
      };
    }
    if (one.type === 'bar') {
      const hatch = HATCHES[bars++ % HATCHES.length];
      const decal = hatch && { decal: { color: surface, ...hatch } };
      return { ...one, itemStyle: { ...colour(look), ...decal, ...look.itemStyle } };
    }
    return one;
  });
  return { ...option, series: looked };
}
