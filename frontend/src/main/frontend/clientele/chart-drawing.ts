/** Turns the data that Java sends into ECharts options. Pure: no element, no ECharts at run time. */
import { compactNumber } from './numbers.js';
import type { Palette } from './palette.js';

export interface Mark {
  key: string;
  label: string;
  value: number;
  text: string;
  colour?: string | null;
}

export interface BarData {
  marks: Mark[];
  name: string;
  comparisonName: string;
  comparison: Mark[];
  unit: string;
}

export interface MarksData {
  marks: Mark[];
}

export interface PyramidData {
  customersName: string;
  valueName: string;
  tiers: Array<{
    key: string;
    label: string;
    customers: number;
    customersText: string;
    value: number;
    valueText: string;
    colour?: string | null;
  }>;
}

interface GridAxis {
  name: string;
  labels: string[];
}

export interface GridData {
  columns: GridAxis;
  rows: GridAxis;
  cells: Array<{ key: string; column: number; row: number; label: string; text: string; colour?: string | null }>;
}

export interface SankeyData {
  before: Mark[];
  after: Mark[];
  flows: Array<{ key: string; from: string; to: string; value: number; text: string }>;
}

export type ChartData = BarData | MarksData | PyramidData | GridData | SankeyData;

/** A mark as the keyboard and screen readers meet it. */
export interface DrawnMark {
  key: string;
  text: string;
  seriesIndex: number;
  dataIndex?: number;
  name?: string;
  dataType?: 'node' | 'edge';
}

export interface Drawing {
  option: Record<string, unknown>;
  marks: DrawnMark[];
}

/** What every data item carries for clicks and tooltips. */
export interface Item {
  key: string;
  tip: Array<[string, string]>;
}

interface Context {
  palette: Palette;
  locale: string;
}

type Draw = (data: never, context: Context) => Drawing;

const DRAW: Record<string, Draw> = {
  bar: drawBars as Draw,
  treemap: drawTreemap as Draw,
  funnel: drawFunnel as Draw,
  pyramid: drawPyramid as Draw,
  grid: drawGrid as Draw,
  sankey: drawSankey as Draw,
};

export function draw(kind: string, data: ChartData, context: Context): Drawing {
  const drawKind = DRAW[kind];
  if (!drawKind) {
    throw new Error(`unknown kind of chart "${kind}": expected one of ${Object.keys(DRAW).join(', ')}`);
  }
  return drawKind(data as never, context);
}

function drawBars(data: BarData, { palette, locale }: Context): Drawing {
  const compact = compactNumber(locale);
  const compared = data.comparison.length > 0;
  const items = data.marks.map((mark, index) => ({
    value: mark.value,
    key: mark.key,
    tip: [
      [data.name || mark.label, mark.text],
      ...(compared ? [[data.comparisonName, data.comparison[index].text]] : []),
    ],
    itemStyle: mark.colour ? { color: palette.mark(mark.colour, index) } : undefined,
  }));
  return {
    option: {
      grid: { left: 4, right: 8, top: 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: { trigger: 'item' },
      xAxis: {
        type: 'category',
        data: data.marks.map((mark) => mark.label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.base('line') } },
        axisLabel: { color: palette.base('muted'), fontSize: 11, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        splitNumber: 5,
        splitLine: { lineStyle: { color: palette.base('line') } },
        axisLabel: {
          color: palette.base('muted'),
          fontSize: 11,
          formatter: (value: number) => data.unit + compact(value),
        },
      },
      series: [
        {
          type: 'bar',
          name: data.name,
          data: items,
          barMaxWidth: 28,
          barCategoryGap: '28%',
          itemStyle: { color: palette.base('accent'), borderRadius: [4, 4, 0, 0] },
        },
        ...(compared
          ? [
              {
                type: 'line',
                name: data.comparisonName,
                data: data.comparison.map((mark) => mark.value),
                symbol: 'none',
                silent: true,
                lineStyle: { color: palette.base('text'), type: 'dashed', width: 1.2, opacity: 0.75 },
              },
            ]
          : []),
      ],
    },
    marks: data.marks.map((mark, dataIndex) => ({
      key: mark.key,
      text: `${mark.label}: ${mark.text}${compared ? `; ${data.comparisonName} ${data.comparison[dataIndex].text}` : ''}`,
      seriesIndex: 0,
      dataIndex,
    })),
  };
}

function drawTreemap(data: MarksData, { palette }: Context): Drawing {
  const shown = data.marks.filter((mark) => mark.value > 0);
  return {
    option: {
      series: [
        {
          type: 'treemap',
          roam: false,
          nodeClick: false,
          breadcrumb: { show: false },
          left: 0,
          top: 0,
          right: 0,
          bottom: 0,
          itemStyle: { borderWidth: 0, gapWidth: 3, borderColor: palette.base('surface') },
          label: { position: 'inside', align: 'center', verticalAlign: 'middle', lineHeight: 18, padding: 2, overflow: 'truncate' },
          labelLayout: (place: { rect: { width: number; height: number } }) =>
            place.rect.width < 52 || place.rect.height < 40 ? { x: -999, y: -999 } : {},
          data: shown.map((mark, index) => {
            const colour = palette.mark(mark.colour, index);
            return {
              name: mark.label,
              value: mark.value,
              key: mark.key,
              tip: [[mark.label, mark.text]],
              itemStyle: { color: colour },
              label: { color: palette.on(colour), formatter: `${plain(mark.label)}\n${plain(mark.text)}` },
            };
          }),
        },
      ],
    },
    // Number 0 is the root that ECharts puts above the marks.
    marks: shown.map((mark, index) => ({
      key: mark.key,
      text: `${mark.label}: ${mark.text}`,
      seriesIndex: 0,
      dataIndex: index + 1,
    })),
  };
}

const LABEL_MOST = 190;
const FIGURE_MOST = 176;

/** Lying bars with room for the longest name before them and the longest figure behind them. */
function lyingBars(labels: string[], figures: string[], palette: Palette, top: number): Record<string, unknown> {
  return {
    grid: { left: 4, right: 12 + room(figures, 12, FIGURE_MOST), top, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.base('text'), fontSize: 13, width: 4 + room(labels, 14, LABEL_MOST), overflow: 'truncate' },
    },
  };
}

function drawFunnel(data: MarksData, { palette }: Context): Drawing {
  return {
    option: {
      ...lyingBars(
        data.marks.map((mark) => mark.label),
        data.marks.map((mark) => mark.text),
        palette,
        4,
      ),
      series: [
        {
          type: 'bar',
          barMaxWidth: 22,
          barCategoryGap: '35%',
          label: { show: true, position: 'right', color: palette.base('text'), fontSize: 12 },
          data: data.marks.map((mark, index) => ({
            value: mark.value,
            key: mark.key,
            tip: [[mark.label, mark.text]],
            itemStyle: { color: palette.mark(mark.colour, index), borderRadius: 4 },
            label: { formatter: plain(mark.text) },
          })),
        },
      ],
    },
    marks: data.marks.map((mark, dataIndex) => ({
      key: mark.key,
      text: `${mark.label}: ${mark.text}`,
      seriesIndex: 0,
      dataIndex,
    })),
  };
}

function drawPyramid(data: PyramidData, { palette }: Context): Drawing {
  const tip = (tier: PyramidData['tiers'][number]) => [
    [data.customersName, tier.customersText],
    [data.valueName, tier.valueText],
  ];
  const bars = { type: 'bar', barMaxWidth: 13, barGap: '15%', barCategoryGap: '38%' };
  return {
    option: {
      ...lyingBars(
        data.tiers.map((tier) => tier.label),
        data.tiers.flatMap((tier) => [tier.customersText, tier.valueText]),
        palette,
        32,
      ),
      legend: {
        top: 0,
        right: 4,
        selectedMode: false,
        icon: 'roundRect',
        itemWidth: 10,
        itemHeight: 10,
        textStyle: { color: palette.base('muted'), fontSize: 12 },
        data: [
          { name: data.customersName, itemStyle: { color: palette.base('line') } },
          { name: data.valueName, itemStyle: { color: palette.mark(data.tiers[0]?.colour, 0) } },
        ],
      },
      series: [
        {
          ...bars,
          name: data.customersName,
          label: { show: true, position: 'right', color: palette.base('muted'), fontSize: 12 },
          data: data.tiers.map((tier) => ({
            value: tier.customers,
            key: tier.key,
            tip: tip(tier),
            itemStyle: { color: palette.base('line'), borderRadius: 3 },
            label: { formatter: plain(tier.customersText) },
          })),
        },
        {
          ...bars,
          name: data.valueName,
          label: { show: true, position: 'right', color: palette.base('text'), fontSize: 12 },
          data: data.tiers.map((tier, index) => ({
            value: tier.value,
            key: tier.key,
            tip: tip(tier),
            itemStyle: { color: palette.mark(tier.colour, index), borderRadius: 3 },
            label: { formatter: plain(tier.valueText) },
          })),
        },
      ],
    },
    marks: data.tiers.map((tier, dataIndex) => ({
      key: tier.key,
      text: `${tier.label}: ${tier.customersText} ${data.customersName}, ${tier.valueText} ${data.valueName}`,
      seriesIndex: 1,
      dataIndex,
    })),
  };
}

interface CustomApi {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
  size(extent: [number, number]): [number, number];
}

function drawGrid(data: GridData, { palette }: Context): Drawing {
  const named = data.rows.labels.length > 0;
  const axis = (side: GridAxis, pick: (cell: GridData['cells'][number]) => number, gap: number) => ({
    type: 'category',
    data: side.labels.length > 0 ? side.labels.map((label) => wrap(label, 13)) : numbers(data.cells.map(pick)),
    name: side.name,
    nameLocation: 'middle',
    nameGap: gap,
    nameTextStyle: { color: palette.base('muted'), fontSize: 12 },
    nameMoveOverlap: false,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: palette.base('muted'), fontSize: 12, interval: 0, lineHeight: 15 },
  });
  return {
    option: {
      grid: { left: named ? 104 : 44, right: 4, top: 4, bottom: named ? 56 : 44, outerBoundsMode: 'none' },
      xAxis: axis(data.columns, (cell) => cell.column, named ? 40 : 26),
      yAxis: axis(data.rows, (cell) => cell.row, named ? 84 : 26),
      series: [
        {
          type: 'custom',
          encode: { x: 0, y: 1 },
          data: data.cells.map((cell) => ({
            value: [cell.column - 1, cell.row - 1],
            key: cell.key,
            tip: [[cell.label, cell.text]],
          })),
          renderItem: (place: { dataIndex: number }, api: CustomApi) => {
            const cell = data.cells[place.dataIndex];
            const [width, height] = api.size([1, 1]);
            const [x, y] = api.coord([api.value(0), api.value(1)]);
            return gridCell(cell, palette, place.dataIndex, x - width / 2, y - height / 2, width, height);
          },
        },
      ],
    },
    marks: data.cells.map((cell, dataIndex) => ({
      key: cell.key,
      text: `${cell.label}: ${cell.text}`,
      seriesIndex: 0,
      dataIndex,
    })),
  };
}

/** Lines of at most so many letters where spaces allow, a Chinese character being as wide as two; ECharts itself would break an amount at its comma. */
function wrap(label: string, most: number): string {
  const lines = [''];
  for (const word of label.split(' ')) {
    const line = lines[lines.length - 1];
    if (line && letters(line) + 1 + letters(word) > most) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
  }
  return lines.join('\n');
}

/** Pixels that the longest of the texts takes at a size of type, at most so many. */
function room(texts: string[], size: number, most: number): number {
  return Math.min(most, Math.ceil(Math.max(0, ...texts.map(letters)) * size * 0.5));
}

function letters(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uff00-\uff60]/g)?.length ?? 0);
}

function numbers(used: number[]): string[] {
  return Array.from({ length: Math.max(1, ...used) }, (_, index) => String(index + 1));
}

function gridCell(
  cell: GridData['cells'][number],
  palette: Palette,
  index: number,
  x: number,
  y: number,
  width: number,
  height: number,
): Record<string, unknown> {
  const fill = palette.mark(cell.colour, index);
  const narrow = width < 84;
  return {
    type: 'rect',
    shape: { x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3, r: 6 },
    style: { fill },
    emphasis: { style: { stroke: palette.base('text'), lineWidth: 2 } },
    textConfig: { position: 'inside' },
    textContent: {
      style: {
        text: `${cell.label}\n${cell.text}`,
        fill: palette.on(fill),
        align: 'center',
        verticalAlign: 'middle',
        fontSize: narrow ? 9.5 : 12,
        lineHeight: narrow ? 12 : 16,
        fontFamily: palette.font,
        width: width - (narrow ? 4 : 10),
        overflow: 'break',
      },
    },
  };
}

const SANKEY_MOST = 150;

function drawSankey(data: SankeyData, { palette }: Context): Drawing {
  const moving = data.flows.filter((flow) => flow.value > 0);
  const nodes = [
    ...sideNodes('before', data.before, new Set(moving.map((flow) => flow.from)), palette),
    ...sideNodes('after', data.after, new Set(moving.map((flow) => flow.to)), palette),
  ];
  const labels = new Map(nodes.map((node) => [node.name, node.label.formatter]));
  const names = room(
    data.after.map((mark) => mark.label),
    13,
    SANKEY_MOST,
  );
  const links = moving.map((flow) => ({
    source: `before:${flow.from}`,
    target: `after:${flow.to}`,
    value: flow.value,
    key: flow.key,
    tip: [[`${labels.get(`before:${flow.from}`)} → ${labels.get(`after:${flow.to}`)}`, flow.text]],
  }));
  return {
    option: {
      series: [
        {
          type: 'sankey',
          left: 2,
          right: 8 + names,
          top: 8,
          bottom: 8,
          nodeWidth: 14,
          nodeGap: 16,
          layoutIterations: 0,
          draggable: false,
          emphasis: { focus: 'adjacency' },
          lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
          label: { color: palette.base('text'), fontSize: 12 },
          data: nodes,
          links,
        },
      ],
    },
    marks: links.map((link, dataIndex) => ({
      key: link.key,
      text: link.tip[0].join(': '),
      seriesIndex: 0,
      dataIndex,
      dataType: 'edge' as const,
    })),
  };
}

function sideNodes(side: 'before' | 'after', marks: Mark[], used: ReadonlySet<string>, palette: Palette) {
  return marks
    .filter((mark) => used.has(mark.key))
    .map((mark, index) => ({
      name: `${side}:${mark.key}`,
      depth: side === 'before' ? 0 : 1,
      key: mark.key,
      tip: [[mark.label, mark.text]] as Array<[string, string]>,
      itemStyle: { color: palette.mark(mark.colour, index), borderWidth: 0 },
      label: {
        position: 'right',
        formatter: plain(mark.label),
        ...(side === 'after' ? { width: SANKEY_MOST, overflow: 'truncate' } : {}),
      },
    }));
}

/** ECharts reads {a|...} and {b} in a formatter: text from data must not. */
function plain(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '/');
}
