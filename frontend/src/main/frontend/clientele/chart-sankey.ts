import type { Context, Drawing, Mark, SankeyData } from './chart-data.js';
import { plain, room } from './chart-text.js';
import type { Palette } from './palette.js';

const SANKEY_MOST = 150;

export function drawSankey(data: SankeyData, { palette }: Context): Drawing {
  const moving = data.flows.filter((flow) => flow.value > 0);
  const nodes = [
    ...sideNodes('before', data.before, new Set(moving.map((flow) => flow.from)), palette),
    ...sideNodes('after', data.after, new Set(moving.map((flow) => flow.to)), palette),
  ];
  const labels = new Map(nodes.map((node) => [node.name, node.label.formatter]));
  const names = room(
    data.after.map((mark) => mark.label),
    13,
    SANKEY_MOST,
  );
  const links = moving.map((flow) => ({
    source: `before:${flow.from}`,
    target: `after:${flow.to}`,
    value: flow.value,
    key: flow.key,
    tip: [[`${labels.get(`before:${flow.from}`)} → ${labels.get(`after:${flow.to}`)}`, flow.text]],
  }));
  return {
    option: {
      series: [
        {
          type: 'sankey',
          left: 2,
          right: 8 + names,
          top: 8,
          bottom: 8,
          nodeWidth: 14,
          nodeGap: 16,
          layoutIterations: 0,
          draggable: false,
          emphasis: { focus: 'adjacency' },
          lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
          label: { color: palette.base('text'), fontSize: 12, textBorderColor: palette.base('surface'), textBorderWidth: 3 },
          data: nodes,
          links,
        },
      ],
    },
    marks: links.map((link, dataIndex) => ({
      key: link.key,
      text: link.tip[0].join(': '),
      seriesIndex: 0,
      dataIndex,
      dataType: 'edge' as const,
    })),
  };
}

function sideNodes(side: 'before' | 'after', marks: Mark[], used: ReadonlySet<string>, palette: Palette) {
  return marks
    .filter((mark) => used.has(mark.key))
    .map((mark, index) => ({
      name: `${side}:${mark.key}`,
      depth: side === 'before' ? 0 : 1,
      key: mark.key,
      tip: [[mark.label, mark.text]] as Array<[string, string]>,
      itemStyle: { color: palette.mark(mark.colour, index), borderWidth: 0 },
      label: {
        position: 'right',
        formatter: plain(mark.label),
        ...(side === 'after' ? { width: SANKEY_MOST, overflow: 'truncate' } : {}),
      },
    }));
}
