/** The data of charts as Java sends them, and what a drawing of them is made of. */
import type { Palette } from './palette.js';

export interface Mark {
  key: string;
  label: string;
  value: number;
  text: string;
  colour?: string | null;
  exact?: string | null;
}

export interface BarData {
  marks: Mark[];
  name: string;
  comparisonName: string;
  comparison: Mark[];
  unit: string;
}

export interface MarksData {
  marks: Mark[];
}

export interface PyramidData {
  customersName: string;
  valueName: string;
  tiers: Array<{
    key: string;
    label: string;
    customers: number;
    customersText: string;
    value: number;
    valueText: string;
    colour?: string | null;
  }>;
}

export interface GridAxis {
  name: string;
  labels: string[];
}

export interface GridData {
  columns: GridAxis;
  rows: GridAxis;
  cells: Array<{ key: string; column: number; row: number; label: string; text: string; colour?: string | null; exact?: string | null }>;
}

export interface SankeyData {
  before: Mark[];
  after: Mark[];
  flows: Array<{ key: string; from: string; to: string; value: number; text: string }>;
}

export interface LinesData {
  steps: Array<{ key: string; label: string }>;
  lines: Array<{
    key: string;
    label: string;
    colour?: string | null;
    dashed: boolean;
    points: Array<{ value: number | null; text: string }>;
  }>;
  unit: string;
  scaled: boolean;
}

export interface HeatData {
  columns: GridAxis;
  rows: GridAxis;
  cells: Array<{ key: string; column: number; row: number; label: string; text: string; figure: string; share: number }>;
}

export interface UpsetData {
  sets: Array<{ key: string; label: string }>;
  combinations: Array<{ key: string; label: string; members: string[]; value: number; text: string }>;
}

export type ChartData = BarData | MarksData | PyramidData | GridData | SankeyData | LinesData | HeatData | UpsetData;

/** A mark as the keyboard and screen readers meet it. */
export interface DrawnMark {
  key: string;
  text: string;
  seriesIndex: number;
  dataIndex?: number;
  name?: string;
  dataType?: 'node' | 'edge';
}

export interface Drawing {
  option: Record<string, unknown>;
  marks: DrawnMark[];
}

/** What every data item carries for clicks and tooltips. */
export interface Item {
  key: string;
  tip: Array<[string, string]>;
}

export interface Context {
  palette: Palette;
  locale: string;
}
