import { room } from './chart-text.js';
import type { Palette } from './palette.js';

const LABEL_MOST = 190;
const FIGURE_MOST = 176;

/** Lying bars with room for the longest name before them and the longest figure behind them. */
export function lyingBars(labels: string[], figures: string[], palette: Palette, top: number): Record<string, unknown> {
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
