import type { Role } from '../people/actor.ts';
import type { Every } from './period.ts';
import type { UnitKind } from './unit.ts';

/** A step of the chain that a submitted report goes through. The last one locks the report. */
export type SignStep = {
  /** Unique in the chain. */
  readonly id: string;
  /** Who signs, where the report's unit lies in the area of that role. */
  readonly role: Role;
  readonly act: 'acknowledge' | 'certify';
  /** The person who reports may record a signature on paper, with photos of it. */
  readonly onPaper?: boolean;
};

/**
 * A kind of report, as far as its cases decide by it. What takes a content is a method, so that kinds of different
 * contents stand in one list: a case is judged by the kind that it names.
 */
export type ReportRules<C> = {
  readonly id: string;
  /** Its form; in the ids of its cases. */
  readonly form: string;
  readonly unit: UnitKind;
  readonly every: Every;
  /** In order. Without any a submitted report is done. */
  readonly chain: readonly SignStep[];
  /** Whether more may be reported where a submitted report is done without being locked, or nobody has signed it yet. */
  readonly supplements: boolean;
  /** What a content says, and so what is signed: without what only helps to make or judge it. Plain data. */
  says(content: C): unknown;
  /** What the report counts, summed over the units of an area. */
  readonly figures: { readonly [figure: string]: Figure<C> };
};

/** Counts something in a content. */
export type Figure<C> = { of(content: C): number }['of'];
