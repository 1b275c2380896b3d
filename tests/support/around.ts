import type { Around } from '../../src/programme/report/around.ts';

/** Nothing is frozen, and nobody signs for another's seat. */
export const nothingAround: Around = { freezes: [], deputies: [] };
