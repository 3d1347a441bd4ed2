/** The part of a chart that needs ECharts; loaded with the first chart. */
import { BarChart, CustomChart, LineChart, SankeyChart, TreemapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData, DrawnMark, Item } from './chart-data.js';
import { draw } from './chart-drawing.js';
import type { Palette } from './palette.js';

use([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LineChart,
  SVGRenderer,
  SankeyChart,
  TooltipComponent,
  TreemapChart,
]);

export interface Shown {
  kind: string;
  data: ChartData;
  label: string;
  locale: string;
  palette: Palette;
  clickable: boolean;
}

interface Params {
  data?: Partial<Item> & { name?: string };
  name?: string;
  dataIndex?: number;
}

export class ChartRenderer {
  readonly #chart: EChartsType;

  constructor(box: HTMLElement, onClick: (key: string) => void) {
    this.#chart = init(box, null, { renderer: 'svg' });
    this.#chart.on('click', (event) => {
      const key = (event as Params).data?.key;
      if (key) {
        onClick(key);
      }
    });
  }

  show(shown: Shown): DrawnMark[] {
    const { palette, label, clickable } = shown;
    const { option, marks } = draw(shown.kind, shown.data, shown);
    this.#chart.setOption(
      {
        animation: false,
        aria: { enabled: true, label: { description: label } },
        textStyle: { fontFamily: palette.font, color: palette.base('text') },
        ...option,
        tooltip: {
          trigger: 'item',
          confine: true,
          backgroundColor: palette.base('surface'),
          borderColor: palette.base('line'),
          padding: [6, 10],
          textStyle: { color: palette.base('text'), fontSize: 12, fontFamily: palette.font },
          formatter: (params: Params) => tooltip(params),
        },
        series: (option.series as object[]).map((series) => ({ cursor: clickable ? 'pointer' : 'default', ...series })),
      },
      { notMerge: true },
    );
    return marks;
  }

  point(mark: DrawnMark | undefined): void {
    this.#chart.dispatchAction({ type: 'downplay' });
    if (mark) {
      this.#chart.dispatchAction({ type: 'highlight', ...mark });
      this.#chart.dispatchAction({ type: 'showTip', ...mark });
    } else {
      this.#chart.dispatchAction({ type: 'hideTip' });
    }
  }

  resize(): void {
    this.#chart.resize();
  }

  dispose(): void {
    this.#chart.dispose();
  }
}

/** Built from text nodes: whatever a name contains, it is never read as markup. */
function tooltip(params: Params): HTMLElement | string {
  const lines = params.data?.tip;
  if (!lines) {
    return '';
  }
  const box = document.createElement('div');
  for (const [name, text] of lines) {
    const line = document.createElement('div');
    const value = document.createElement('strong');
    value.textContent = text;
    line.append(`${name} `, value);
    box.append(line);
  }
  return box;
}
