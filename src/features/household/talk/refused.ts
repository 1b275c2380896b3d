import type { Draft } from '../../../engine/draft.ts';
import { helpAfter } from '../../../kernel/ask/prompt.ts';
import type { Judgement } from '../../../kernel/form/talk.ts';
import type { Text } from '../../../kernel/reply.ts';

/** The question again, with what is wrong said first. */
export function refused(before: Draft, why: Text): Judgement {
  const misses = before.misses + 1;
  return { draft: { ...before, misses }, notes: [why, ...helpAfter(misses)] };
}
