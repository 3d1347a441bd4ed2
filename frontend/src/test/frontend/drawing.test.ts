import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mark } from '../../main/frontend/clientele/chart-data.ts';
import { draw } from '../../main/frontend/clientele/chart-drawing.ts';
import { compactNumber } from '../../main/frontend/clientele/numbers.ts';
import { contrast, mix, paletteOf } from '../../main/frontend/clientele/palette.ts';

const palette = paletteOf(
  new Map([
    ['ink-dark', 'rgb(22, 32, 44)'],
    ['ink-light', 'rgb(255, 255, 255)'],
    ['segment-1', 'rgb(15, 107, 102)'],
    ['segment-3', 'rgb(125, 179, 155)'],
    ['tier-gold', 'rgb(197, 138, 0)'],
  ]),
  'sans-serif',
);
const context = { palette, locale: 'en' };
const mark = (key: string, value: number, colour: string | null = null): Mark => ({
  key,
  label: `Name ${key}`,
  value,
  text: `${value} customers`,
  colour,
});

test('should shorten numbers as each language does', () => {
  assert.equal(compactNumber('en')(120_000), '120K');
  assert.equal(compactNumber('zh-CN')(120_000), '12万');
  assert.equal(compactNumber('zh-CN')(340_000_000), '3.4亿');
});

test('should tell apart marks of an axis that lie close together', () => {
  assert.deepEqual([0.32, 0.34, 1.05].map(compactNumber('en')), ['0.32', '0.34', '1.05']);
});

test('should write a true minus before the unit of a negative number', () => {
  assert.equal(compactNumber('en', '¥')(-120_000), '\u2212¥120K');
  assert.equal(compactNumber('zh-CN')(-5), '\u22125');
});

test('should write on a colour in the ink that contrasts more', () => {
  assert.equal(palette.on(palette.mark('segment-1', 0)), 'rgb(255, 255, 255)');
  assert.equal(palette.on(palette.mark('segment-3', 0)), 'rgb(22, 32, 44)');
  assert.equal(Math.round(contrast('rgb(255, 255, 255)', 'rgb(0, 0, 0)')), 21);
});

test('should fall back to the colour of the place when a token is unknown', () => {
  assert.equal(palette.mark('no-such-token', 0), 'rgb(15, 107, 102)');
  assert.equal(palette.mark(null, 0), 'rgb(15, 107, 102)');
});

test('should leave marks without value out of the treemap', () => {
  const { marks } = draw('treemap', { marks: [mark('a', 5), mark('b', 0), mark('c', 2)] }, context);
  assert.deepEqual(
    marks.map(({ key }) => key),
    ['a', 'c'],
  );
});

test('should name every mark with its figure for the keyboard', () => {
  const { marks } = draw('funnel', { marks: [mark('new', 612)] }, context);
  assert.deepEqual(marks, [{ key: 'new', text: 'Name new: 612 customers', seriesIndex: 0, dataIndex: 0 }]);
});

test('should name the levels of a grid, or number them', () => {
  const cells = [{ key: 'a', column: 2, row: 1, label: 'A', text: '3' }];
  const labels = (rows: string[]) => {
    const { option } = draw('grid', { columns: { name: 'C', labels: [] }, rows: { name: 'R', labels: rows }, cells }, context);
    return [option.xAxis, option.yAxis].map((axis) => (axis as { data: string[] }).data);
  };
  assert.deepEqual(labels([]), [['1', '2'], ['1']]);
  assert.deepEqual(labels(['below $5']), [['1', '2'], ['below $5']]);
  assert.deepEqual(labels(['¥0 至低于 ¥1,000']), [['1', '2'], ['¥0 至低于\n¥1,000']]);
  assert.deepEqual(labels(['above $2,481.40, up to $5,000']), [['1', '2'], ['above\n$2,481.40, up\nto $5,000']]);
});

test('should make the letters of a narrow cell smaller rather than break a word', () => {
  const cells = [{ key: 'a', column: 1, row: 1, label: 'Cannot lose Hibernating', text: '3' }];
  const sizeIn = (width: number) => {
    const { option } = draw('grid', { columns: { name: 'C', labels: [] }, rows: { name: 'R', labels: [] }, cells }, context);
    const [series] = option.series as Array<{ renderItem: (place: object, api: object) => { textContent: { style: { fontSize: number } } } }>;
    const api = { value: () => 0, coord: () => [0, 0], size: () => [width, 40] };
    return series.renderItem({ dataIndex: 0 }, api).textContent.style.fontSize;
  };
  assert.equal(sizeIn(120), 12);
  assert.ok(sizeIn(50) * 'Hibernating'.length * 0.55 < 46);
});

test('should keep braces of a name out of the label template', () => {
  const { option } = draw('funnel', { marks: [{ ...mark('a', 1), text: '{b|x}' }] }, context);
  const [series] = option.series as Array<{ data: Array<{ label: { formatter: string } }> }>;
  assert.equal(series.data[0].label.formatter, '(b/x)');
});

test('should draw only the nodes that something flows through', () => {
  const sides = [mark('gold', 1, 'tier-gold'), mark('iron', 1)];
  const flows = [
    { key: 'gold>gold', from: 'gold', to: 'gold', value: 3, text: '3' },
    { key: 'iron>gold', from: 'iron', to: 'gold', value: 0, text: '0' },
  ];
  const { option, marks } = draw('sankey', { before: sides, after: sides, flows }, context);
  const [series] = option.series as Array<{ data: Array<{ name: string }> }>;
  assert.deepEqual(
    series.data.map(({ name }) => name),
    ['before:gold', 'after:gold'],
  );
  assert.deepEqual(
    marks.map(({ key }) => key),
    ['gold>gold'],
  );
});

test('should name every point of a line by line and step', () => {
  const line = { key: 'gold', label: 'Gold', colour: 'tier-gold', dashed: false, points: [{ value: 3, text: '3' }] };
  const { marks } = draw('lines', { steps: [{ key: '2026-01', label: 'Jan' }], lines: [line], unit: '', scaled: false }, context);
  assert.deepEqual(marks, [{ key: 'gold@2026-01', text: 'Gold, Jan: 3', seriesIndex: 0, dataIndex: 0 }]);
});

test('should shade the cells of a heat map by their share', () => {
  assert.equal(mix('rgb(0, 0, 0)', 'rgb(255, 255, 255)', 0), 'rgb(0, 0, 0)');
  assert.equal(mix('rgb(0, 100, 200)', 'rgb(200, 200, 0)', 0.5), 'rgb(100, 150, 100)');
  const cell = { key: 'a', column: 0, row: 1, label: 'May', text: '12 of 40', figure: '30%', share: 0.3 };
  const { marks } = draw('heat', { columns: { name: '', labels: ['0'] }, rows: { name: '', labels: [] }, cells: [cell] }, context);
  assert.deepEqual(marks, [{ key: 'a', text: 'May: 12 of 40', seriesIndex: 0, dataIndex: 0 }]);
});

test('should name the combinations of an overlap', () => {
  const sets = [
    { key: 'a', label: 'A' },
    { key: 'b', label: 'B' },
  ];
  const combinations = [{ key: 'a+b', label: 'A and B', members: ['a', 'b'], value: 4, text: '4' }];
  const { marks } = draw('upset', { sets, combinations }, context);
  assert.deepEqual(marks, [{ key: 'a+b', text: 'A and B: 4', seriesIndex: 0, dataIndex: 0 }]);
});

test('should refuse a kind it does not know', () => {
  assert.throws(() => draw('pie', { marks: [] }, context), /unknown kind of chart "pie"/);
});
