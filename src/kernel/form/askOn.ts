import { type Advance, advance, type Move } from '../../engine/advance.ts';
import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../decision.ts';
import type { Text } from '../reply.ts';
import { leaveOpen } from './openDraft.ts';
import { questionReply, type Shown } from './question.ts';
import { type At, specOf } from './talk.ts';

/** Goes on with the draft as it is now, and asks its present question. */
export const askOn = (at: At, draft: Draft, notes: readonly Text[], shown: Shown = {}): Decision =>
  leaveOpen(at, draft, questionReply(at.talk, draft, notes, at.context, shown));

/** Moves a draft by what happened in this turn. */
export const moveDraft = ({ talk, event, context }: At, draft: Draft, move: Move): Advance =>
  advance(specOf(talk, context), draft, move, { at: event.at, event: event.id, today: context.today });
