import type { Context, Drawing, LinesData } from './chart-data.js';
import { plain } from './chart-text.js';
import { compactNumber } from './numbers.js';

const LEGEND = 26;

export function drawLines(data: LinesData, { palette, locale }: Context): Drawing {
  const compact = compactNumber(locale, data.unit);
  const colour = (index: number) => palette.mark(data.lines[index].colour, index);
  return {
    option: {
      grid: { left: 4, right: 12, top: 12 + LEGEND, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      legend: {
        type: 'scroll',
        top: 0,
        left: 0,
        itemWidth: 14,
        itemHeight: 8,
        icon: 'roundRect',
        textStyle: { color: palette.base('text'), fontSize: 12 },
        pageTextStyle: { color: palette.base('muted') },
        pageIconColor: palette.base('muted'),
        pageIconInactiveColor: palette.base('line'),
      },
      xAxis: {
        type: 'category',
        data: data.steps.map((step) => plain(step.label)),
        boundaryGap: data.steps.length < 2,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.base('line') } },
        axisLabel: { color: palette.base('muted'), fontSize: 11, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        scale: data.scaled,
        splitNumber: 5,
        splitLine: { lineStyle: { color: palette.base('line') } },
        axisLabel: { color: palette.base('muted'), fontSize: 11, formatter: compact },
      },
      series: data.lines.map((line, index) => ({
        type: 'line',
        name: plain(line.label),
        symbol: 'circle',
        symbolSize: data.steps.length > 40 ? 3 : 6,
        itemStyle: { color: colour(index) },
        lineStyle: { color: colour(index), width: 2, type: line.dashed ? 'dashed' : 'solid' },
        emphasis: { focus: 'series' },
        data: line.points.map((point, step) => ({
          value: point.value,
          key: key(data, index, step),
          tip: [[`${line.label} · ${data.steps[step].label}`, point.text]],
        })),
      })),
    },
    marks: data.lines.flatMap((line, seriesIndex) =>
      line.points.map((point, dataIndex) => ({
        key: key(data, seriesIndex, dataIndex),
        text: `${line.label}, ${data.steps[dataIndex].label}: ${point.text}`,
        seriesIndex,
        dataIndex,
      })),
    ),
  };
}

function key(data: LinesData, line: number, step: number): string {
  return `${data.lines[line].key}@${data.steps[step].key}`;
}
