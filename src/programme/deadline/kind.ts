/**
 * What is due. Named as the command line names it, which is why two have a hyphen; imported forms join here when
 * there are any.
 */
export const deadlineKinds = [
  'registry',
  'assessment',
  'debt1',
  'debt2',
  'readiness',
  'round1',
  'round2',
  'ranking',
  'women-fund',
  'forum',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** Those of which there are reports already; the others have dates only. */
export const reportedKinds: readonly DeadlineKind[] = [
  'registry',
  'assessment',
  'debt1',
  'debt2',
  'round1',
  'round2',
];

/** Who reports to whom, how often, and whose own date comes after. */
export type Route = {
  readonly from: 'district' | 'province';
  readonly to: 'province' | 'department';
  readonly every: 'year' | 'quarter' | 'month';
  /** What the next level then has to report itself. */
  readonly next?: DeadlineKind;
};

/** The registry goes on to the department by the same date; the others have a date of the next level's own, or none. */
export const routes: { readonly [K in DeadlineKind]: Route } = {
  registry: { from: 'district', to: 'province', every: 'year' },
  assessment: { from: 'district', to: 'province', every: 'year', next: 'round1' },
  debt1: { from: 'district', to: 'province', every: 'year', next: 'round1' },
  debt2: { from: 'district', to: 'province', every: 'year', next: 'round2' },
  readiness: { from: 'district', to: 'province', every: 'year', next: 'ranking' },
  round1: { from: 'province', to: 'department', every: 'year' },
  round2: { from: 'province', to: 'department', every: 'year' },
  ranking: { from: 'province', to: 'department', every: 'year' },
  'women-fund': { from: 'district', to: 'province', every: 'quarter' },
  forum: { from: 'district', to: 'province', every: 'month' },
};
