import type { Context, Drawing, PyramidData } from './chart-data.js';
import { lyingBars } from './chart-lying-bars.js';
import { plain } from './chart-text.js';

export function drawPyramid(data: PyramidData, { palette }: Context): Drawing {
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
