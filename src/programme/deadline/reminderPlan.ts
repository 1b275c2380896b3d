/** Who is told: those for whom a duty waits, and the superiors of those who are late, in one list each. */
export const audiences = ['owing', 'districtHead', 'province'] as const;
export type Audience = (typeof audiences)[number];

/** When a due date is reminded of, in calendar days before it and after it. */
export type ReminderPlan = {
  /** 0 is the day itself. Those are told who owe. */
  readonly before: readonly number[];
  readonly after: { readonly [A in Audience]: readonly number[] };
};

/** 14, 7, 3 and 1 days before and on the day; then daily for a week, the district head from day 2, the province on day 4. */
export const usualPlan: ReminderPlan = {
  before: [14, 7, 3, 1, 0],
  after: { owing: [1, 2, 3, 4, 5, 6, 7], districtHead: [2, 3, 4, 5, 6, 7], province: [4] },
};
