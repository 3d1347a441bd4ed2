import type { BarData, Context, Drawing } from './chart-data.js';
import { told } from './chart-text.js';
import { compactNumber } from './numbers.js';

export function drawBars(data: BarData, { palette, locale }: Context): Drawing {
  const compact = compactNumber(locale, data.unit);
  const compared = data.comparison.length > 0;
  const items = data.marks.map((mark, index) => ({
    value: mark.value,
    key: mark.key,
    tip: [
      [data.name || mark.label, told(mark)],
      ...(compared ? [[data.comparisonName, told(data.comparison[index])]] : []),
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
          formatter: compact,
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
      text: `${mark.label}: ${told(mark)}${compared ? `; ${data.comparisonName} ${told(data.comparison[dataIndex])}` : ''}`,
      seriesIndex: 0,
      dataIndex,
    })),
  };
}
