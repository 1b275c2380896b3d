import type { Every } from '../report/period.ts';

/** The kinds of what is due, by the ids that the command line and the records use; each feature adds its own. */
export interface DueKinds {}

export type DeadlineKind = keyof DueKinds & string;

/** What is due: which office reports it, how often, and whose own date comes after. */
export type DueKind = {
  readonly id: DeadlineKind;
  /** Kinds are listed in the order of their places. */
  readonly place: number;
  /** A district reports to its province, a province to the department. */
  readonly from: 'district' | 'province';
  readonly every: Every;
  /** What the next level then has to report itself, where it has a date of its own for that. */
  readonly next?: DeadlineKind;
  /** There are dates of it, but no reports yet. */
  readonly isToCome?: true;
};

/** The kind of an id. Throws where no feature has it. */
export function dueKindOf<K extends DueKind>(dues: readonly K[], id: DeadlineKind): K {
  const kind = dues.find((one) => one.id === id);
  if (!kind) throw new Error(`no feature has the due-date kind ${id}`);
  return kind;
}
