import { isDeepStrictEqual } from 'node:util';
import { isBegun } from '../../engine/draft.ts';
import type { Decision } from '../decision.ts';
import type { Context } from '../flow.ts';
import { openDraft, type Person } from '../person.ts';
import { type Option, optionsIn, type Reply, type Text, t } from '../reply.ts';
import { aboutOf } from './about.ts';
import { withoutDraft } from './openDraft.ts';

/** Says that the form in progress waits; one that holds nothing yet is begun anew as easily. */
export function parking(
  decision: Decision,
  before: Person,
  { features: { talkOf }, ...context }: Pick<Context, 'features' | 'year'>,
): Decision {
  const draft = openDraft(before);
  if (!draft || !decision.reply || openDraft(decision.person)?.id === draft.id) return decision;
  if (talkOf(draft).keeps && !isBegun(draft))
    return {
      ...decision,
      person: withoutDraft(decision.person, draft.id, { draft: draft.id, what: 'deleted' }),
    };
  const note = t('common:parked', { about: aboutOf(talkOf(draft), draft, context) });
  const noted = withNote(decision.reply, note);
  // After another form was begun the word means that one.
  const leads = decision.person.lastDraft === draft.id;
  return { ...decision, reply: leads ? withContinue(noted) : noted };
}

/** The way back to the form, beside the buttons of what it was left for. */
function withContinue(reply: Reply): Reply {
  const goOn: Option = { label: t('commands:continue'), tap: { kind: 'say' } };
  const there = optionsIn(reply);
  if (there.length === 0 || there.some((option) => isDeepStrictEqual(option, goOn))) return reply;
  return { ...reply, options: [...(reply.options ?? []), goOn] };
}

/** A sentence more, without a message more. */
function withNote(reply: Reply, note: Text): Reply {
  const [first, ...rest] = reply.messages;
  if (first?.kind === 'text')
    return { ...reply, messages: [{ ...first, text: [...first.text, note] }, ...rest] };
  if (first?.kind !== 'card') return reply;
  const card = {
    ...first.card,
    blocks: [...first.card.blocks, { kind: 'text' as const, text: note, tone: 'quiet' as const }],
  };
  return { ...reply, messages: [{ kind: 'card', card }, ...rest] };
}
