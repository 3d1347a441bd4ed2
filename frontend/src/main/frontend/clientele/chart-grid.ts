import type { Context, Drawing, GridAxis, GridData } from './chart-data.js';
import { sizeWithin, told, wrap } from './chart-text.js';
import type { Palette } from './palette.js';

interface CustomApi {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
  size(extent: [number, number]): [number, number];
}

export function drawGrid(data: GridData, { palette }: Context): Drawing {
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
            tip: [[cell.label, told(cell)]],
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
      text: `${cell.label}: ${told(cell)}`,
      seriesIndex: 0,
      dataIndex,
    })),
  };
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
  const within = width - (narrow ? 4 : 10);
  const size = sizeWithin(cell.label, narrow ? 9.5 : 12, within);
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
        fontSize: size,
        lineHeight: Math.round(size * 1.3),
        fontFamily: palette.font,
        width: within,
        overflow: 'break',
      },
    },
  };
}
