/** Room and lines of the texts in a chart, all by estimate: nothing is measured on a page. */

/** Lines of at most so many letters where spaces allow, a Chinese character being as wide as two; ECharts itself would break an amount at its comma. */
export function wrap(label: string, most: number): string {
  const lines = [''];
  for (const word of label.split(' ')) {
    const line = lines[lines.length - 1];
    if (line && letters(line) + 1 + letters(word) > most) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
  }
  return lines.join('\n');
}

/** Pixels that the longest of the texts takes at a size of type, at most so many. */
export function room(texts: string[], size: number, most: number): number {
  return Math.min(most, Math.ceil(Math.max(0, ...texts.map(letters)) * size * 0.5));
}

/** The size of type, at most as large as asked, at which no word is wider than so many pixels: ECharts would break it anywhere. */
export function sizeWithin(label: string, most: number, pixels: number): number {
  const longest = Math.max(1, ...label.split(/\s/).map((word) => (letters(word) > word.length ? 2 : letters(word))));
  return Math.min(most, Math.max(6, pixels / (longest * 0.58)));
}

function letters(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uff00-\uff60]/g)?.length ?? 0);
}

/** What a tooltip and a screen reader say of a mark: its value in full, even where the chart has room for the short one only. */
export function told(mark: { text: string; exact?: string | null }): string {
  return mark.exact ?? mark.text;
}

/** ECharts reads {a|...} and {b} in a formatter: text from data must not. */
export function plain(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '/');
}
