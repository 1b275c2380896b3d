import { bare } from '../../engine/parse/clean.ts';
import { isMarksOnly, saysNone } from '../../engine/parse/none.ts';
import { isCourtesy } from '../../engine/parse/particles.ts';
import type { Slot } from '../../engine/walk.ts';
import { helpAfter } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import { askOn, moveDraft } from '../../kernel/form/askOn.ts';
import type { At } from '../../kernel/form/talk.ts';
import { t } from '../../kernel/reply.ts';
import type { TextKey } from '../../kernel/textKey.ts';

/** `ไม่มี` or a dash where words are asked for passes over a question that may be skipped; else it is told what is wanted. */
export function typedNothing(at: At, { step }: Slot, text: string): Decision | undefined {
  const { draft } = at;
  if (step.kind !== 'text' || !saysNothing(text)) return undefined;
  const words = text.trim();
  if (step.optional) {
    const { draft: skipped } = moveDraft(at, draft, { kind: 'skip' });
    return askOn(at, skipped, [t('assessment:nothing.skipped', { words })]);
  }
  const missed = { ...draft, misses: draft.misses + 1 };
  return askOn(at, missed, [t(whatIsWanted(step.id), { words }), ...helpAfter(missed.misses)]);
}

/** Marks as they are written into an empty box of a paper form, courtesy alone, or words for nothing. */
const saysNothing = (text: string): boolean => isMarksOnly(text) || isCourtesy(bare(text)) || saysNone(text);

function whatIsWanted(step: string): TextKey {
  if (step.endsWith('Aim')) return 'assessment:nothing.aim';
  return step.endsWith('Who') ? 'assessment:nothing.who' : 'assessment:nothing.field';
}
