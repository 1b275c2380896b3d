import { isDeepStrictEqual } from 'node:util';

/**
 * A function that keeps its last result and works it out again only for other arguments. Large ones are compared fast
 * where they are the very same lists, as those of a nation are while nothing is written.
 */
export function rememberLast<A extends readonly unknown[], T>(workOut: (...args: A) => T): (...args: A) => T {
  let last: { readonly args: A; readonly result: T } | undefined;
  return (...args) => {
    const result = last && isDeepStrictEqual(last.args, args) ? last.result : workOut(...args);
    // These very lists come again, and not others that happened to be equal.
    last = { args, result };
    return result;
  };
}
