import { readYesNo } from '../../engine/parse/yesNo.ts';
import { notUnderstood, perhapsForDraft } from '../../kernel/ask/notUnderstood.ts';
import type { CommandName } from '../../kernel/commands.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import { closedYear, isClosed } from '../../kernel/form/closedYear.ts';
import { goOn } from '../../kernel/form/waiting.ts';
import { isOneOf } from '../../kernel/isOneOf.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { codeAnswer } from '../people/index.ts';

type Typed = Extract<InboundEvent, { kind: 'text' }>;

/** A text that answers nothing: a code, a word that comes too late, a command misspelt, or unknown words. */
export function strayText(person: Person, event: Typed, context: Context): Decision {
  const { text } = event;
  const late = tooLate(person, text, context);
  if (late) return late;
  const near = context.features.commands.nearest(text);
  if (near) return offered(person, near, context);
  if (person.bindings.length === 0) return codeAnswer(person, event, context);
  return notUnderstood(person, context);
}

function offered(person: Person, near: CommandName, context: Context): Decision {
  const command = says(near);
  const waits = perhapsForDraft(person, context);
  const text = [t('common:didYouMean', { command: command.label }), ...(waits ? [waits] : [])];
  return {
    person,
    reply: { messages: [{ kind: 'text', text }], options: [command, ...goOn(person)] },
  };
}

/** `ส่ง` after the year was closed, or a yes after what it was meant for was done. */
function tooLate(person: Person, text: string, context: Context): Decision | undefined {
  const submits = isOneOf(text, t('common:submit'), context.wordings);
  const answer = readYesNo(text);
  if (!submits && !(answer.kind === 'read' && answer.value)) return undefined;
  const draft = draftOf(person, person.lastDraft);
  if (submits && draft && isClosed(draft, context))
    return closedYear({ person, draft, talk: context.features.talkOf(draft) });
  const last = person.closed.at(-1);
  return last?.what === 'submitted'
    ? { person, reply: askAgain(person, [t('common:alreadySent', { receipt: last.receipt ?? '' })], context) }
    : undefined;
}
