import type { Context, Drawing, MarksData } from './chart-data.js';
import { lyingBars } from './chart-lying-bars.js';
import { plain, told } from './chart-text.js';

export function drawFunnel(data: MarksData, { palette }: Context): Drawing {
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
            tip: [[mark.label, told(mark)]],
            itemStyle: { color: palette.mark(mark.colour, index), borderRadius: 4 },
            label: { formatter: plain(mark.text) },
          })),
        },
      ],
    },
    marks: data.marks.map((mark, dataIndex) => ({
      key: mark.key,
      text: `${mark.label}: ${told(mark)}`,
      seriesIndex: 0,
      dataIndex,
    })),
  };
}
