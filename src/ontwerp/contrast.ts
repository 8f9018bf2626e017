/** Relative luminance of #rrggbb, by WCAG 2.2. */
function helderheid(kleur: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const deel = Number.parseInt(kleur.slice(i, i + 2), 16) / 255;
    return deel <= 0.04045 ? deel / 12.92 : ((deel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast between two colours (#rrggbb), from 1 to 21, by WCAG 2.2. */
export function contrast(a: string, b: string): number {
  const [hoog, laag] = [helderheid(a), helderheid(b)].sort((x, y) => y - x);
  return ((hoog ?? 0) + 0.05) / ((laag ?? 0) + 0.05);
}
