/**
 * Numbers for the axes of charts: short, in the manner of the language (120K in English, 12万 in Chinese), with a true minus before the unit.
 */
export function compactNumber(locale: string, unit = ''): (value: number) => string {
  // Neighbouring marks of 0.32 and 0.34 must not both read 0.3.
  const format = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumFractionDigits: 1,
    maximumSignificantDigits: 3,
    roundingPriority: 'morePrecision',
  });
  return (value) => (value < 0 ? '\u2212' : '') + unit + format.format(Math.abs(value));
}
