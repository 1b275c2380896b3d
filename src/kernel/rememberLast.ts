import { isDeepStrictEqual } from 'node:util';

/**
 * A function that keeps its last result and works it out again only for other arguments. Large ones are compared fast
 * where they are the very same lists, as those of a nation are while nothing is written.
 */
export function rememberLast<A extends readonly unknown[], T>(workOut: (...args: A) => T): (...args: A) => T {
  let last: { readonly args: A; readonly result: T } | undefined;
  return (...args) => {
    if (last && isDeepStrictEqual(last.args, args)) return last.result;
    const result = workOut(...args);
    last = { args, result };
    return result;
  };
}
