import { isDeepStrictEqual } from 'node:util';

/**
 * A function that keeps its last result and works it out again only for other arguments. Long lists are told apart by
 * whether they are the very same, as those of a nation are while nothing is written: to compare all of them takes longer
 * than to work them out.
 */
export function rememberLast<A extends readonly unknown[], T>(workOut: (...args: A) => T): (...args: A) => T {
  let last: { readonly args: A; readonly result: T } | undefined;
  return (...args) => {
    if (last && isSame(last.args, args)) return last.result;
    const result = workOut(...args);
    last = { args, result };
    return result;
  };
}

/** The districts of the nation are fewer, its centers more. */
const longest = 1_000;

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return (
      one.length === other.length &&
      one.length <= longest &&
      one.every((member, at) => isSame(member, other[at]))
    );
  if (!isPlain(one) || !isPlain(other)) return isDeepStrictEqual(one, other);
  const values = new Map(Object.entries(other));
  const own = Object.entries(one);
  return (
    own.length === values.size &&
    own.every(([name, value]) => values.has(name) && isSame(value, values.get(name)))
  );
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
