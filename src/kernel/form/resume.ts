import type { Draft } from '../../engine/draft.ts';
import type { Freeze } from '../../programme/report/freeze.ts';
import type { Turn } from '../asking.ts';
import type { Decision } from '../decision.ts';
import type { Context } from '../flow.ts';
import { draftOf, type Person } from '../person.ts';
import { t } from '../reply.ts';
import { aboutOf, shortOf } from './about.ts';
import { askAgain } from './askAgain.ts';
import { closedYear, isClosed } from './closedYear.ts';
import { frozenNotes, withFreeze } from './frozen.ts';
import { withOpenDraft } from './openDraft.ts';
import { withoutOvertaken } from './overtaken.ts';
import { questionReply } from './question.ts';

/** `ทำต่อ`: the parked or last draft, at the question where it was left; the others as buttons. */
export function resume(person: Person, context: Context): Turn {
  const kept = draftOf(person, person.lastDraft);
  if (!kept) return { person, reply: askAgain(person, [t('common:nothingToContinue')], context) };
  const talk = context.features.talkOf(kept);
  if (isClosed(kept, context)) return closedYear({ person, draft: kept, talk });
  return withFreeze({ talk, draft: kept }, context, (freeze) => resumed(person, kept, freeze, context));
}

function resumed(person: Person, kept: Draft, freeze: Freeze | undefined, context: Context): Decision {
  const { talkOf } = context.features;
  const talk = talkOf(kept);
  const { draft, notes: overtaken } = withoutOvertaken(talk, kept, context);
  const others = Object.values(person.drafts)
    .filter((one) => one.id !== draft.id)
    .slice(-2)
    .map((other) => ({
      label: shortOf(talkOf(other), other, context),
      tap: { kind: 'act' as const, flow: 'form' as const, act: 'resume', draft: other.id },
    }));
  const notes = [
    t('common:resumed', { about: aboutOf(talk, draft, context) }),
    ...overtaken,
    ...frozenNotes(freeze),
    // Named here, so that they do not stand among the answers.
    ...(others.length > 0 ? [t('common:otherDrafts', { drafts: others.map(({ label }) => label) })] : []),
  ];
  const reply = questionReply(talk, draft, notes, context);
  return {
    person: withOpenDraft(person, draft),
    reply: { ...reply, options: [...(reply.options ?? []), ...others] },
  };
}
