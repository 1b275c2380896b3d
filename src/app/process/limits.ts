const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The measures of the way of a message; times in milliseconds. */
export const defaultLimits = {
  /** Life of a partition's lease. With the pace of renewal it bounds how long a dead process holds people up. */
  leaseLife: 8 * second,
  leaseRenewal: 2 * second,
  /** What a lease must still have before anything is sent a second time. */
  leaseMargin: 3 * second,
  /** How often unfinished rows are looked for, besides the watch. */
  poll: second,
  /** How often people are looked for whose effects nobody settles. */
  sweep: minute,
  rowsPerPoll: 1000,
  batch: 500,
  /** Idle people whose documents are kept in memory. */
  peopleKept: 2000,
  /** People worked on at a time, and rows that one of them has in memory; beyond that rows wait in the inbox. */
  peopleAtOnce: 5000,
  rowsPerPerson: 100,
  /** Handled events that a document remembers beyond those whose rows are unfinished. */
  handledKept: 40,
  /** LINE takes a reply token for a minute; this leaves room for the call. */
  tokenLife: 50 * second,
  /** LINE keeps a retry key for 24 hours. */
  pushLife: 23 * hour,
  /** How long the next decision waits for LINE's answer to the last reply. */
  answerWait: 2 * second,
  /** What LINE's answer to a reply may have taken to come here, and the clocks may differ by. */
  heardGrace: 50,
  /** How long the next of several photos that were sent together is waited for. */
  photoWait: 5 * second,
  /** When a person who waits is shown the loading animation. */
  loadingAfter: second,
  /** When marks that no turn took along are written by themselves. */
  markRest: 200,
  /** A lane does not stay in memory for what is due later than this, and longer than a token lives. */
  laneRest: minute,
  /** Tries of an event until it is put aside. */
  tries: 5,
  drain: 8 * second,
} as const;

export type Limits = { readonly [L in keyof typeof defaultLimits]: number };
