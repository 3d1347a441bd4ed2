import type { Context, Drawing, MarksData } from './chart-data.js';
import { plain, told } from './chart-text.js';

export function drawTreemap(data: MarksData, { palette }: Context): Drawing {
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
              tip: [[mark.label, told(mark)]],
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
      text: `${mark.label}: ${told(mark)}`,
      seriesIndex: 0,
      dataIndex: index + 1,
    })),
  };
}
