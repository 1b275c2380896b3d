import { isDeepStrictEqual } from 'node:util';
import type { Wording } from '../../../kernel/form/wording.ts';
import type { Kept } from '../../../kernel/store.ts';

/** Keeps the items that a file gives, beside the others of before; whether anything changed. */
export async function takeWording(
  wordings: Kept['wordings'],
  { id, items }: Pick<Wording, 'id' | 'items'>,
): Promise<boolean> {
  const present = await wordings.read(id);
  const next = { ...present?.items, ...items };
  if (isDeepStrictEqual(next, present?.items)) return false;
  const rev = present?.rev ?? 0;
  const result = await wordings.write({ id, items: next, rev: rev + 1 }, rev);
  // Somebody else loaded a file at the same time.
  return result === 'committed' ? true : takeWording(wordings, { id, items });
}
