import { LitElement, css, html, nothing, svg, type PropertyValues } from 'lit';

/** How values are spread, as Java sends it. */
interface Spread {
  low: number;
  high: number;
  counts: number[];
}

const HEIGHT = 96;
const FINE = 200;
const COARSE = 20;
/** The size of a knob. Knobs closer to one another than that hang below one another, so that each can be taken. */
const KNOB = 24;
const USUAL_WIDTH = 480;

/**
 * A histogram with cut points that are dragged, or moved by the arrow keys (with shift, or by the page keys, in large steps; by Home and End as far as it goes). Java sends `spread`, `cuts`, `labels` and
 * `step`; a cut point that was moved comes back as `cut-moved` with its place and value. It cannot pass its neighbours.
 */
class ClienteleCuts extends LitElement {
  static override properties = {
    spread: { attribute: false },
    cuts: { attribute: false },
    labels: { attribute: false },
    step: { type: Number },
    label: { type: String },
    tone: { type: String },
    dragged: { state: true },
  };

  static override styles = css`
    :host {
      color: var(--cl-text);
      display: block;
    }

    .box {
      block-size: 124px;
      position: relative;
      touch-action: pan-y;
    }

    svg {
      block-size: 96px;
      display: block;
      inline-size: 100%;
      inset: 20px 0 auto;
      overflow: visible;
      position: absolute;
    }

    rect {
      fill: var(--bar, var(--cl-segment-4));
      opacity: 0.75;
    }

    .cut {
      background: none;
      block-size: 24px;
      border: 0;
      cursor: ew-resize;
      inline-size: 24px;
      margin-inline-start: -12px;
      padding: 0;
      position: absolute;
      touch-action: none;
    }

    .cut::before {
      background: var(--cl-text);
      block-size: calc(104px - var(--row) * 24px);
      content: '';
      inline-size: 2px;
      inset: 12px auto auto 11px;
      position: absolute;
    }

    .cut::after {
      background: var(--cl-text);
      block-size: 12px;
      border: 2px solid var(--cl-surface);
      border-radius: 50%;
      content: '';
      inline-size: 12px;
      inset: 6px auto auto 4px;
      position: absolute;
    }

    .cut:focus-visible {
      outline: 2px solid var(--cl-accent);
      outline-offset: -2px;
      border-radius: 6px;
    }

    .cut[aria-disabled='true'] {
      cursor: default;
      opacity: 0.55;
    }

    .value {
      background: var(--cl-surface);
      border: 1px solid var(--cl-line);
      border-radius: 6px;
      font-size: 12px;
      font-variant-numeric: tabular-nums;
      inset-block-start: -6px;
      padding: 0 6px;
      pointer-events: none;
      position: absolute;
      transform: translateX(-50%);
      white-space: nowrap;
    }
  `;

  spread?: Spread;
  cuts: number[] = [];
  labels: string[] = [];
  step = 1;
  label = '';
  tone = '';
  dragged = -1;

  override render() {
    const spread = this.spread;
    if (!spread || spread.counts.length === 0) {
      return nothing;
    }
    const most = Math.max(...spread.counts, 1);
    const width = 100 / spread.counts.length;
    return html`<div class="box" role="group" aria-label=${this.label}>
      <svg viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${spread.counts.map((count, i) => {
          // A square root keeps the long tail visible beside the first bar.
          const tall = HEIGHT * Math.sqrt(count / most);
          return svg`<rect x=${i * width + width * 0.06} y=${HEIGHT - tall} width=${width * 0.88} height=${tall} />`;
        })}
      </svg>
      ${this.#rows(spread).map((row, i) => this.#handle(this.cuts[i]!, i, row, spread))}
    </div>`;
  }

  /** How far down each knob hangs: below the one before it where that is too near. */
  #rows(spread: Spread): number[] {
    const width = this.clientWidth || USUAL_WIDTH;
    const rows: number[] = [];
    this.cuts.forEach((cut, i) => {
      const near = i > 0 && width * (this.#share(cut, spread) - this.#share(this.cuts[i - 1]!, spread)) < KNOB;
      rows.push(near ? rows[i - 1]! + 1 : 0);
    });
    return rows;
  }

  #handle(cut: number, i: number, row: number, spread: Spread) {
    const at = 100 * this.#share(cut, spread);
    return html`<button
        class="cut"
        type="button"
        role="slider"
        style="inset-inline-start:${at}%;inset-block-start:${row * KNOB}px;--row:${row}"
        aria-label=${this.labels[i] ?? ''}
        aria-valuemin=${spread.low}
        aria-valuemax=${spread.high}
        aria-valuenow=${cut}
        aria-orientation="horizontal"
        @pointerdown=${(event: PointerEvent) => this.#take(event, i)}
        @pointermove=${(event: PointerEvent) => this.#drag(event, i)}
        @pointerup=${() => this.#release(i)}
        @pointercancel=${() => this.#release(i)}
        @keydown=${(event: KeyboardEvent) => this.#key(event, i)}
      ></button>
      ${this.dragged === i ? html`<span class="value" style="inset-inline-start:${at}%">${cut}</span>` : nothing}`;
  }

  readonly #resized = new ResizeObserver(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('tone') && this.tone) {
      this.style.setProperty('--bar', `var(--cl-${this.tone})`);
    }
  }

  #share(value: number, spread: Spread): number {
    const range = spread.high - spread.low;
    return range > 0 ? Math.min(1, Math.max(0, (value - spread.low) / range)) : 0;
  }

  #take(event: PointerEvent, i: number): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.dragged = i;
  }

  #drag(event: PointerEvent, i: number): void {
    const spread = this.spread;
    if (this.dragged !== i || !spread) {
      return;
    }
    const box = this.renderRoot.querySelector('.box')!.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    this.#move(i, spread.low + share * (spread.high - spread.low));
  }

  #release(i: number): void {
    if (this.dragged === i) {
      this.dragged = -1;
      this.#tell(i);
    }
  }

  #key(event: KeyboardEvent, i: number): void {
    const spread = this.spread;
    const way = { ArrowLeft: -1, ArrowDown: -1, PageDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 1 }[event.key];
    const end = spread && { Home: spread.low, End: spread.high }[event.key];
    if (!spread || (!way && end === undefined)) {
      return;
    }
    event.preventDefault();
    const range = spread.high - spread.low;
    const coarse = event.shiftKey || event.key.startsWith('Page');
    const stride = Math.max(this.step, range / (coarse ? COARSE : FINE));
    this.#move(i, end ?? (this.cuts[i] ?? 0) + (way ?? 0) * stride);
    this.#tell(i);
  }

  #move(i: number, wished: number): void {
    const least = i > 0 ? this.cuts[i - 1]! + this.step : -Infinity;
    const most = i < this.cuts.length - 1 ? this.cuts[i + 1]! - this.step : Infinity;
    const stepped = Math.round(wished / this.step) * this.step;
    const value = Number(Math.min(most, Math.max(least, stepped)).toFixed(6));
    if (value !== this.cuts[i] && least <= most) {
      this.cuts = this.cuts.map((cut, place) => (place === i ? value : cut));
      if (this.dragged === i) {
        this.#tellSoon(i);
      }
    }
  }

  #timer = 0;

  /** While dragging the server hears of it a few times a second. */
  #tellSoon(i: number): void {
    if (!this.#timer) {
      this.#timer = window.setTimeout(() => {
        this.#timer = 0;
        if (this.dragged === i) {
          this.#tell(i);
        }
      }, 120);
    }
  }

  #tell(i: number): void {
    this.dispatchEvent(new CustomEvent('cut-moved', { detail: { place: i, value: this.cuts[i] } }));
  }
}

customElements.define('clientele-cuts', ClienteleCuts);
