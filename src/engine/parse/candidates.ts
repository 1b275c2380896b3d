import { ambiguous, type Reading, read, unreadable } from './reading.ts';

/** Every value that a reading allows, likeliest first. */
export function candidatesOf<T>(reading: Reading<T>): readonly T[] {
  switch (reading.kind) {
    case 'read':
      return [reading.value];
    case 'ambiguous':
      return reading.candidates;
    case 'unreadable':
      return [];
    default:
      return reading satisfies never;
  }
}

/** A reading of these values: read only when sure and there is but one; none at all is unreadable. */
export function readingOf<T>(values: readonly T[], sure: boolean): Reading<T> {
  const [first, ...others] = new Set(values);
  if (first === undefined) return unreadable;
  return sure && others.length === 0 ? read(first) : ambiguous(first, ...others);
}

/** The reading with each value changed; a value that becomes undefined drops out, and what was unsure stays so. */
export function mapReading<T, U>(reading: Reading<T>, change: (value: T) => U | undefined): Reading<U> {
  const values = candidatesOf(reading).map(change);
  return readingOf(
    values.filter((value) => value !== undefined),
    reading.kind === 'read',
  );
}

/** The same values, to be confirmed: one candidate asks "did you mean this?". */
export const unsure = <T>(reading: Reading<T>): Reading<T> => readingOf(candidatesOf(reading), false);

/** Either of two readings, or nothing when one of them makes no sense. */
export function either<T>(a: Reading<T>, b: Reading<T>): Reading<T> {
  if (a.kind === 'unreadable' || b.kind === 'unreadable') return unreadable;
  return readingOf([...candidatesOf(a), ...candidatesOf(b)], false);
}

/** Both readings put together in every way. */
export function both<T>(a: Reading<T>, b: Reading<T>, join: (a: T, b: T) => T): Reading<T> {
  const values = candidatesOf(a).flatMap((one) => candidatesOf(b).map((other) => join(one, other)));
  return readingOf(values, a.kind === 'read' && b.kind === 'read');
}
