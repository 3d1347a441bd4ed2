/**
 * The colours of the theme as charts need them: resolved, because an SVG cannot be told `light-dark()` for every attribute.
 * Nothing here names a colour; clientele.css does.
 */

const BASE = ['text', 'muted', 'faint', 'line', 'surface', 'raised', 'accent', 'good', 'bad', 'warn', 'ink-dark', 'ink-light'];
const TIERS = ['tier-platinum', 'tier-gold', 'tier-iron', 'tier-lead'];
const SEGMENTS = Array.from({ length: 11 }, (_, index) => `segment-${index + 1}`);

export interface Palette {
  readonly font: string;
  /** The colour of a token. */
  base(token: string): string;
  /** The colour of a mark; without a known token the n-th of the segments' colours. */
  mark(token: string | null | undefined, index: number): string;
  /** Text that is readable on the colour. */
  on(colour: string): string;
}

export function readPalette(host: Element): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  (host.shadowRoot ?? host).append(probe);
  const colours = new Map<string, string>();
  for (const token of [...BASE, ...TIERS, ...SEGMENTS]) {
    probe.style.color = `var(--cl-${token})`;
    colours.set(token, getComputedStyle(probe).color);
  }
  const font = getComputedStyle(probe).fontFamily;
  probe.remove();
  return paletteOf(colours, font);
}

export function paletteOf(colours: ReadonlyMap<string, string>, font: string): Palette {
  const base = (token: string) => colours.get(token) ?? 'currentColor';
  const known = (token: string) => colours.get(token);
  return {
    font,
    base,
    mark: (token, index) => (token ? known(token) : undefined) ?? base(SEGMENTS[index % SEGMENTS.length]),
    on: (colour) => {
      const dark = base('ink-dark');
      const light = base('ink-light');
      return contrast(colour, dark) >= contrast(colour, light) ? dark : light;
    },
  };
}

/** Contrast ratio of two opaque `rgb()` colours (WCAG 2.2, 1 to 21). */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour so far (0 to 1) on the way from one opaque `rgb()` colour to another. */
export function mix(from: string, to: string, share: number): string {
  const [start, end] = [parts(from), parts(to)];
  return `rgb(${start.map((part, index) => Math.round(part + (end[index] - part) * share)).join(', ')})`;
}

function parts(colour: string): number[] {
  const found = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return [found[0] ?? 0, found[1] ?? 0, found[2] ?? 0];
}

function luminance(colour: string): number {
  const [red, green, blue] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const changes = new EventTarget();
let watching = false;

/** Calls back when light and dark change or the page goes to paper; returns how to stop. */
export function onThemeChange(callback: () => void): () => void {
  if (!watching) {
    watching = true;
    const tell = () => changes.dispatchEvent(new Event('change'));
    new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ['style', 'theme', 'class'] });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
    matchMedia('print').addEventListener('change', tell);
  }
  changes.addEventListener('change', callback);
  return () => changes.removeEventListener('change', callback);
}
