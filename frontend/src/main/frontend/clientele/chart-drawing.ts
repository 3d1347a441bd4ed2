/** Turns the data that Java sends into ECharts options. Pure: no element, no ECharts at run time. */
import { drawBars } from './chart-bars.js';
import type { ChartData, Context, Drawing } from './chart-data.js';
import { drawFunnel } from './chart-funnel.js';
import { drawGrid } from './chart-grid.js';
import { drawHeat } from './chart-heat.js';
import { drawLines } from './chart-lines.js';
import { drawPyramid } from './chart-pyramid.js';
import { drawSankey } from './chart-sankey.js';
import { drawTreemap } from './chart-treemap.js';
import { drawUpset } from './chart-upset.js';

type Draw = (data: never, context: Context) => Drawing;

const DRAW: Record<string, Draw> = {
  bar: drawBars as Draw,
  treemap: drawTreemap as Draw,
  funnel: drawFunnel as Draw,
  pyramid: drawPyramid as Draw,
  grid: drawGrid as Draw,
  sankey: drawSankey as Draw,
  lines: drawLines as Draw,
  heat: drawHeat as Draw,
  upset: drawUpset as Draw,
};

export function draw(kind: string, data: ChartData, context: Context): Drawing {
  const drawKind = DRAW[kind];
  if (!drawKind) {
    throw new Error(`unknown kind of chart "${kind}": expected one of ${Object.keys(DRAW).join(', ')}`);
  }
  return drawKind(data as never, context);
}
