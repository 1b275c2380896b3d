/** The middle of some figures, with the least and the greatest of them. */
export type Spread = { readonly median: number; readonly least: number; readonly greatest: number };

export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), least: sorted[0] ?? 0, greatest: sorted.at(-1) ?? 0 };
}

/** The figure below which a share (0 to 1) of sorted figures lies; between two of them in proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return below + (above - below) * (place % 1);
}

export const rounded = (figure: number, digits = 1): number => Number(figure.toFixed(digits));
