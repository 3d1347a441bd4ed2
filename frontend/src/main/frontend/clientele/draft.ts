/**
 * Keeps a form's fields in localStorage until the server says that they are stored. The element itself shows nothing; it
 * watches the fields marked with `data-draft` that live beside or below it.
 */

const PREFIX = 'clientele.draft.';
const MAX_AGE = 14 * 24 * 3600 * 1000;

interface Draft {
  at: number;
  values: Record<string, string>;
}

function read(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Draft | null;
    return draft && Date.now() - draft.at < MAX_AGE ? draft : undefined;
  } catch {
    // Storage switched off or an entry of somebody else's making: there is no draft then.
    return undefined;
  }
}

function write(key: string, values: Record<string, string>): boolean {
  try {
    if (Object.values(values).every((value) => value === '')) {
      localStorage.removeItem(PREFIX + key);
    } else {
      localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), values }));
    }
    return true;
  } catch {
    // Storage full or switched off: the form works, only without a safety net.
    return false;
  }
}

function dropOld(): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(PREFIX) && !read(name.substring(PREFIX.length))) {
      localStorage.removeItem(name);
    }
  }
}

class ClienteleDraft extends HTMLElement {
  key = '';
  #values: Record<string, string> = {};
  #root?: HTMLElement;
  #timer = 0;
  readonly #changed = (event: Event) => this.#fieldChanged(event);
  readonly #leaving = () => this.#flush();

  connectedCallback(): void {
    this.hidden = true;
    this.#root = this.parentElement ?? undefined;
    this.#root?.addEventListener('input', this.#changed);
    this.#root?.addEventListener('change', this.#changed);
    window.addEventListener('pagehide', this.#leaving);
    // The key arrives as a property in the same turn, after the element is attached.
    setTimeout(() => this.#restore());
  }

  disconnectedCallback(): void {
    this.#root?.removeEventListener('input', this.#changed);
    this.#root?.removeEventListener('change', this.#changed);
    window.removeEventListener('pagehide', this.#leaving);
    this.#flush();
  }

  /** A value that only the server can put into words. */
  put(name: string, value: string): void {
    this.#values[name] = value;
    this.#later();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#values = {};
    write(this.key, {});
  }

  #restore(): void {
    if (!this.isConnected || !this.key) {
      return;
    }
    try {
      dropOld();
    } catch {
      return;
    }
    const draft = read(this.key);
    if (draft) {
      this.#values = { ...draft.values, ...this.#values };
      this.dispatchEvent(new CustomEvent('draft-restored', { detail: { values: draft.values } }));
    }
  }

  #fieldChanged(event: Event): void {
    const field = (event.target as Element | null)?.closest<HTMLElement & { value?: unknown }>('[data-draft]');
    const input = event.target as HTMLInputElement | null;
    if (!field?.dataset.draft) {
      return;
    }
    const value = event.type === 'input' && typeof input?.value === 'string' ? input.value : field.value;
    if (typeof value === 'string') {
      this.put(field.dataset.draft, value);
    }
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#flush(), 250);
  }

  #flush(): void {
    if (this.#timer && this.key) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      if (write(this.key, this.#values)) {
        this.dispatchEvent(new CustomEvent('draft-saved'));
      }
    }
  }
}

if (!customElements.get('clientele-draft')) {
  customElements.define('clientele-draft', ClienteleDraft);
}
