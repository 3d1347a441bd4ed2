import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import type { ChartData, DrawnMark } from './chart-data.js';
import type { ChartRenderer } from './chart-renderer.js';
import { onThemeChange, readPalette } from './palette.js';

/**
 * A chart. Java sends `kind`, `data`, `label` and `locale`; a click on a mark, or Enter on it, comes back as `mark-click`.
 * The marks are one stop of the tab key; arrow keys walk through them.
 */
class ClienteleChart extends LitElement {
  static override properties = {
    kind: { type: String },
    label: { type: String },
    locale: { type: String },
    clickable: { type: Boolean },
    data: { attribute: false },
    marks: { state: true },
    current: { state: true },
  };

  static override styles = css`
    :host {
      contain: layout style;
    }

    .canvas {
      height: 100%;
      width: 100%;
    }

    .marks {
      inset: auto 0 0 0;
      pointer-events: none;
      position: absolute;
    }

    .marks button {
      background: var(--cl-surface);
      border: 1px solid var(--cl-accent);
      border-radius: var(--cl-radius-field);
      clip-path: inset(50%);
      color: var(--cl-text);
      font: inherit;
      font-size: var(--cl-size-small);
      inset: auto auto 4px 4px;
      max-width: calc(100% - 8px);
      padding: 4px 8px;
      position: absolute;
    }

    .marks button:focus-visible {
      clip-path: none;
      outline: 2px solid var(--cl-accent);
      outline-offset: 1px;
    }
  `;

  declare kind: string;
  declare label: string;
  declare locale: string;
  declare clickable: boolean;
  declare data: ChartData | undefined;
  declare marks: DrawnMark[];
  declare current: number;

  #renderer?: ChartRenderer;
  #loading?: Promise<void>;
  #stopWatching?: () => void;
  readonly #size = new ResizeObserver(() => this.#renderer?.resize());

  constructor() {
    super();
    this.kind = '';
    this.label = '';
    this.locale = document.documentElement.lang || 'en';
    this.clickable = false;
    this.marks = [];
    this.current = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
    this.#stopWatching = onThemeChange(() => {
      this.#renderer?.resize();
      this.#draw();
    });
    // Vaadin moves elements about: a chart that comes back needs a new drawing.
    this.requestUpdate('data');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#stopWatching?.();
    this.#renderer?.dispose();
    this.#renderer = undefined;
    this.#loading = undefined;
  }

  protected override render() {
    return html`<div class="canvas" role="img" aria-label=${this.label}></div>
      ${this.clickable && this.marks.length > 0
        ? html`<div class="marks" role="toolbar" aria-label=${this.label} @keydown=${this.#walk}>
            ${this.marks.map(
              (mark, index) =>
                html`<button
                  type="button"
                  tabindex=${index === this.current ? 0 : -1}
                  @focus=${() => this.#point(index)}
                  @blur=${() => this.#renderer?.point(undefined)}
                  @click=${() => this.#open(mark.key)}
                >
                  ${mark.text}
                </button>`,
            )}
          </div>`
        : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (['kind', 'data', 'label', 'locale', 'clickable'].some((name) => changed.has(name))) {
      this.#draw();
    }
  }

  #draw(): void {
    if (!this.data || !this.isConnected) {
      return;
    }
    if (!this.#renderer) {
      this.#loading ??= this.#load();
      return;
    }
    this.marks = this.#renderer.show({
      kind: this.kind,
      data: this.data,
      label: this.label,
      locale: this.locale,
      palette: readPalette(this),
      clickable: this.clickable,
    });
    this.current = Math.min(this.current, Math.max(0, this.marks.length - 1));
  }

  async #load(): Promise<void> {
    const { ChartRenderer: Renderer } = await import('./chart-renderer.js');
    const box = this.renderRoot.querySelector<HTMLElement>('.canvas');
    if (this.isConnected && box && !this.#renderer) {
      this.#renderer = new Renderer(box, (key) => this.#open(key));
      this.#draw();
    }
  }

  #open(key: string): void {
    this.dispatchEvent(new CustomEvent('mark-click', { detail: { key } }));
  }

  #point(index: number): void {
    this.current = index;
    this.#renderer?.point(this.marks[index]);
  }

  #walk(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const target = event.key === 'Home' ? 0 : event.key === 'End' ? this.marks.length - 1 : this.current + (step ?? 0);
    if (target !== this.current && target >= 0 && target < this.marks.length) {
      event.preventDefault();
      this.renderRoot.querySelectorAll<HTMLElement>('.marks button')[target]?.focus();
    }
  }
}

if (!customElements.get('clientele-chart')) {
  customElements.define('clientele-chart', ClienteleChart);
}
