import type { Context, Drawing, HeatData } from './chart-data.js';
import { room, wrap } from './chart-text.js';
import type { Palette } from './palette.js';
import { mix } from './palette.js';

interface CustomApi {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
  size(extent: [number, number]): [number, number];
}

const LEAST_TEXT = 26;
const NAMES_MOST = 130;

/** Cells shaded by a share, rows from top to bottom. */
export function drawHeat(data: HeatData, { palette }: Context): Drawing {
  const axis = (labels: string[], name: string, gap: number) => ({
    type: 'category',
    data: labels,
    name,
    nameLocation: 'middle',
    nameGap: gap,
    nameTextStyle: { color: palette.base('muted'), fontSize: 12 },
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: palette.base('muted'), fontSize: 11, width: NAMES_MOST, overflow: 'truncate' },
  });
  const names = room(data.rows.labels, 12, NAMES_MOST);
  const columns = axis(data.columns.labels.map((label) => wrap(label, data.columns.labels.length > 6 ? 9 : 18)), data.columns.name, 36);
  const rows = axis(data.rows.labels, data.rows.name, names + 18);
  return {
    option: {
      grid: { left: names + (data.rows.name ? 38 : 14), right: 4, top: 4, bottom: 58, outerBoundsMode: 'none' },
      xAxis: { ...columns, axisLabel: { ...columns.axisLabel, hideOverlap: true, width: undefined } },
      yAxis: { ...rows, inverse: true, axisLabel: { ...rows.axisLabel, interval: 0 } },
      series: [
        {
          type: 'custom',
          encode: { x: 0, y: 1 },
          data: data.cells.map((cell) => ({
            value: [cell.column, cell.row],
            key: cell.key,
            tip: [[cell.label, cell.text]],
          })),
          renderItem: (place: { dataIndex: number }, api: CustomApi) => {
            const cell = data.cells[place.dataIndex];
            const [width, height] = api.size([1, 1]);
            const [x, y] = api.coord([api.value(0), api.value(1)]);
            return heatCell(cell, palette, x - width / 2, y - height / 2, width, height);
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

function heatCell(cell: HeatData['cells'][number], palette: Palette, x: number, y: number, width: number, height: number) {
  const fill = mix(palette.base('surface'), palette.base('accent'), 0.06 + 0.86 * Math.min(1, Math.max(0, cell.share)));
  return {
    type: 'rect',
    shape: { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, r: 3 },
    style: { fill },
    emphasis: { style: { stroke: palette.base('text'), lineWidth: 1.5 } },
    textConfig: { position: 'inside' },
    textContent: {
      style: {
        text: width < LEAST_TEXT || height < 12 ? '' : cell.figure,
        fill: palette.on(fill),
        align: 'center',
        verticalAlign: 'middle',
        fontSize: width < 44 ? 10 : 12,
        fontFamily: palette.font,
        width: width - 4,
        overflow: 'truncate',
      },
    },
  };
}
