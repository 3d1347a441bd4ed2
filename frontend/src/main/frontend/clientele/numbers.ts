/** Numbers for the axes of charts: short, in the manner of the language (120K in English, 12万 in Chinese). */
export function compactNumber(locale: string): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  return (value) => format.format(value);
}
