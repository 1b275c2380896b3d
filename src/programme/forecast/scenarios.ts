/** How the readiness to finish is spread over a round. The figures were chosen on simulated rounds. */
export type Scenario = {
  /** The share of it that comes with the due date, and within how many working days before. */
  readonly rush: number;
  readonly within: number;
  /** The share of the centers that do not finish in time at all. */
  readonly never: number;
  /** The variance of what a day brings, beside its mean: how unlike the days are to one another. */
  readonly unlike: number;
  readonly prior: number;
};

/** How likely each is before anything is known; those of one list add up to 1. */
const rushes: readonly (readonly [rush: number, within: number, prior: number])[] = [
  [0, 1, 0.24],
  [0.4, 4, 0.12],
  [0.4, 9, 0.12],
  [0.75, 4, 0.13],
  [0.75, 9, 0.13],
  [0.92, 4, 0.13],
  [0.92, 9, 0.13],
];
const nevers: readonly (readonly [never: number, prior: number])[] = [
  [0, 0.5],
  [0.08, 0.25],
  [0.18, 0.15],
  [0.3, 0.1],
];
export const unlikes: readonly (readonly [unlike: number, prior: number])[] = [
  [0.1, 0.3],
  [0.4, 0.4],
  [1.2, 0.3],
];

export const scenarios: readonly Scenario[] = rushes.flatMap(([rush, within, ofRush]) =>
  nevers.flatMap(([never, ofNever]) =>
    unlikes.map(([unlike, ofUnlike]) => ({
      rush,
      within,
      never,
      unlike,
      prior: ofRush * ofNever * ofUnlike,
    })),
  ),
);

/** The share of a round's readiness that falls on each day, by the working days left after it; they add up to 1. */
export function sharesOf({ rush, within }: Scenario, days: readonly number[]): readonly number[] {
  const near = days.map((toGo) => Math.exp(-toGo / within));
  const sum = near.reduce((so, each) => so + each, 0);
  return near.map((each) => (1 - rush) / days.length + (rush * each) / sum);
}
