/** The chances of 0, 1, 2, … */
export type Spread = Float64Array;

/** Chances are told apart by so many steps. */
const grain = 200;
const negligible = 1e-12;

/** How many of n succeed when the chance of each is itself uncertain; the weights add up to 1. */
export function mixedBinomial(
  n: number,
  mixture: readonly { readonly weight: number; readonly chance: number }[],
): Spread {
  const weights = new Float64Array(grain + 1);
  for (const { weight, chance } of mixture) {
    const step = Math.round(chance * grain);
    weights[step] = (weights[step] ?? 0) + weight;
  }
  const all = new Float64Array(n + 1);
  for (const [step, weight] of weights.entries()) {
    if (weight === 0) continue;
    const chances = binomial(n, step / grain);
    for (let k = 0; k <= n; k += 1) all[k] = (all[k] ?? 0) + weight * (chances[k] ?? 0);
  }
  return all;
}

/** How many of n succeed, each with chance p. */
export function binomial(n: number, p: number): Spread {
  const chances = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  chances[mode] = 1;
  let sum = 1;
  // From the mode outwards and scaled at the end: at the ends of a long row the chances are too small to start from.
  const odds = p / (1 - p);
  for (let k = mode, chance = 1; k < n && chance > negligible; k += 1) {
    chance *= ((n - k) / (k + 1)) * odds;
    chances[k + 1] = chance;
    sum += chance;
  }
  for (let k = mode, chance = 1; k > 0 && chance > negligible; k -= 1) {
    chance *= k / ((n - k + 1) * odds);
    chances[k - 1] = chance;
    sum += chance;
  }
  return chances.map((chance) => chance / sum);
}

/**
 * The range around the middle whose chance is nearest to the one that is wished for, both ends included. With few
 * reports no range has it exactly, and always taking the wider one would promise less than it says.
 */
export function middleOf(spread: Spread, wished: number): { readonly low: number; readonly high: number } {
  let [low, high] = [0, spread.length - 1];
  let [held, below, above] = [1, 0, 0];
  while (low < high) {
    const [first = 0, last = 0] = [spread[low], spread[high]];
    const fromBelow = below + first <= above + last;
    const dropped = fromBelow ? first : last;
    if (Math.abs(held - dropped - wished) > Math.abs(held - wished)) break;
    held -= dropped;
    if (fromBelow) {
      below += dropped;
      low += 1;
    } else {
      above += dropped;
      high -= 1;
    }
  }
  return { low, high };
}
