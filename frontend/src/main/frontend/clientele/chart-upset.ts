import type { Context, Drawing, UpsetData } from './chart-data.js';
import { plain, room } from './chart-text.js';
import { compactNumber } from './numbers.js';

interface CustomApi {
  coord(point: [number, number]): [number, number];
}

const NAMES_MOST = 150;
const ROW = 22;

/** How many are in exactly which sets: a bar for each combination, below it the sets that belong to it. */
export function drawUpset(data: UpsetData, { palette, locale }: Context): Drawing {
  const names = room(
    data.sets.map((set) => set.label),
    12,
    NAMES_MOST,
  );
  const left = names + 16;
  const foot = ROW * data.sets.length;
  const combinations = data.combinations.map((combination) => combination.key);
  const hidden = { type: 'category', data: combinations, show: false };
  const compact = compactNumber(locale);
  return {
    option: {
      grid: [
        { left, right: 8, top: 18, bottom: foot + 12, outerBoundsMode: 'none' },
        { left, right: 8, height: foot, bottom: 4, outerBoundsMode: 'none' },
      ],
      xAxis: [hidden, { ...hidden, gridIndex: 1 }],
      yAxis: [
        {
          type: 'value',
          splitNumber: 4,
          splitLine: { lineStyle: { color: palette.base('line') } },
          axisLabel: { color: palette.base('muted'), fontSize: 11, formatter: compact },
        },
        {
          type: 'category',
          gridIndex: 1,
          inverse: true,
          data: data.sets.map((set) => plain(set.label)),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { color: palette.base('text'), fontSize: 12, interval: 0, width: NAMES_MOST, overflow: 'truncate' },
        },
      ],
      series: [
        {
          type: 'bar',
          barMaxWidth: 28,
          barCategoryGap: '28%',
          itemStyle: { color: palette.base('accent'), borderRadius: [4, 4, 0, 0] },
          label: { show: true, position: 'top', color: palette.base('text'), fontSize: 11 },
          data: data.combinations.map((combination) => ({
            value: combination.value,
            key: combination.key,
            tip: [[combination.label, combination.text]],
            label: { formatter: plain(combination.text) },
          })),
        },
        {
          type: 'custom',
          xAxisIndex: 1,
          yAxisIndex: 1,
          data: data.combinations.map((combination, index) => ({
            value: [index, 0],
            key: combination.key,
            tip: [[combination.label, combination.text]],
          })),
          renderItem: (place: { dataIndex: number }, api: CustomApi) => {
            const members = new Set(data.combinations[place.dataIndex].members);
            const points = data.sets.map((_, row) => api.coord([place.dataIndex, row]));
            const rows = data.sets.flatMap((set, row) => (members.has(set.key) ? [row] : []));
            return {
              type: 'group',
              children: [
                ...line(points, rows, palette.base('text')),
                ...points.map(([cx, cy], row) => ({
                  type: 'circle',
                  shape: { cx, cy, r: 5 },
                  style: { fill: palette.base(rows.includes(row) ? 'text' : 'line') },
                })),
              ],
            };
          },
        },
      ],
    },
    marks: data.combinations.map((combination, dataIndex) => ({
      key: combination.key,
      text: `${combination.label}: ${combination.text}`,
      seriesIndex: 0,
      dataIndex,
    })),
  };
}

function line(points: Array<[number, number]>, rows: number[], stroke: string) {
  if (rows.length < 2) {
    return [];
  }
  const [x1, y1] = points[rows[0]];
  const [x2, y2] = points[rows[rows.length - 1]];
  return [{ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 2 } }];
}
