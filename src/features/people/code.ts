import type { Draft } from '../../engine/draft.ts';
import { bare } from '../../engine/parse/clean.ts';
import { withoutCodeWord } from '../../engine/parse/codeWord.ts';
import { notUnderstood } from '../../kernel/ask/notUnderstood.ts';
import { helpAfter, missesOf, withPrompt } from '../../kernel/ask/prompt.ts';
import { andThen, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Context } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import { withFirst } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import { bindingText } from '../../kernel/roleText.ts';
import { lockLife, triesAllowed } from '../../programme/people/invite.ts';
import { showMenu } from '../menu/index.ts';
import { readTypedCode } from './typedCode.ts';

/** Asks for an invitation code and leaves the question open. */
export function askCode(person: Person, notes: readonly Text[], misses = 0): Decision {
  return {
    person: withPrompt(person, 'people', 'code', { misses: String(misses) }),
    reply: withFirst({ messages: [{ kind: 'text', text: [t('people:askCode')] }], asks: true }, notes),
  };
}

/** After five wrong codes nothing is asked for until the hour is over. */
function locked(person: Person, until: Date): Decision {
  return {
    person: withPrompt(person, 'people', 'code'),
    reply: {
      messages: [{ kind: 'text', text: [t('people:locked', { until: { instant: until } })] }],
      asks: true,
    },
  };
}

/** Whether a text could be meant as a code, being one word of about that length; others are no wrong try. */
const couldBeCode = (text: string): boolean => /^[a-z0-9][a-z0-9-]{5,14}$/i.test(bare(withoutCodeWord(text)));

/** A text that is a code, or that looks like one. */
export function typedCode(person: Person, event: InboundEvent, context: Context): Decision {
  const code = event.kind === 'text' ? readTypedCode(event.text) : undefined;
  if (!code || isLocked(person, context)) return codeAnswer(person, event, context);
  return { person, intent: { kind: 'redeem', code } };
}

/** What is typed while a code is asked for. Of somebody registered a code that there is never comes here. */
export function codeAnswer(person: Person, event: InboundEvent, context: Context): Decision {
  if (event.kind !== 'text') return askCode(person, [t('common:fileNoQuestion')]);
  if (isLocked(person, context)) return locked(person, person.lockedUntil);
  const code = readTypedCode(event.text);
  if (code && person.bindings.length === 0) return { person, intent: { kind: 'redeem', code } };
  if (couldBeCode(event.text)) return wrongCode(person, context);
  const misses = (person.open.kind === 'prompt' ? missesOf(person.open.data) : 0) + 1;
  return askCode(person, [t('people:notACode'), ...helpAfter(misses)], misses);
}

const isLocked = (
  person: Person,
  { now }: Pick<Context, 'now'>,
): person is Person & { readonly lockedUntil: Date } =>
  person.lockedUntil !== undefined && person.lockedUntil > now;

/** One more wrong code, which is none of somebody registered; the fifth in a row makes the account wait. */
function wrongCode(person: Person, context: Context): Decision {
  if (person.bindings.length > 0) return notUnderstood(person, context);
  const tries = person.wrongCodes + 1;
  if (tries < triesAllowed) {
    return askCode({ ...person, wrongCodes: tries }, [
      t('people:wrongCode', { count: triesAllowed - tries }),
    ]);
  }
  const until = new Date(context.now.getTime() + lockLife);
  return locked({ ...person, wrongCodes: 0, lockedUntil: until }, until);
}

/** A code that is no use any more. Somebody registered is asked again what was open. */
const goneCode = (person: Person, why: Text, context: Context): Decision =>
  person.bindings.length > 0 ? { person, reply: askAgain(person, [why], context) } : askCode(person, [why]);

/** What the invitation decided. */
export function codeOutcome(person: Person, event: InboundEvent, context: Context): Turn {
  const outcome = event.kind === 'outcome' && event.outcome.of === 'redeem' ? event.outcome : undefined;
  if (!outcome) return { person };
  const { result } = outcome;
  switch (result.kind) {
    case 'unknown':
      return wrongCode(person, context);
    case 'used':
    case 'withdrawn':
    case 'expired':
      return goneCode(person, t(`people:${result.kind}Code`), context);
    case 'redeemed': {
      const { binding } = result;
      const others = person.bindings.filter(
        (one) => JSON.stringify([one.role, one.scope]) !== JSON.stringify([binding.role, binding.scope]),
      );
      const { lockedUntil: _lock, ...rest } = person;
      const name = person.name ?? outcome.name;
      const bound: Person = {
        ...rest,
        ...(name ? { name } : {}),
        bindings: [...others, binding],
        ...withDrafts(person, outcome.drafts ?? []),
        wrongCodes: 0,
        open: { kind: 'nothing' },
      };
      const first = welcome(bindingText(binding), name !== undefined, outcome.drafts?.length ?? 0);
      return andThen(showMenu(bound, context, first), (shown) => ({
        ...namedFirst(shown),
        audits: [
          { did: 'registered', record: binding.role, scope: binding.scope },
          ...(outcome.drafts
            ? [{ did: 'tookOverArea', record: binding.role, scope: binding.scope } as const]
            : []),
        ],
      }));
    }
    default:
      return result satisfies never;
  }
}

/** Whoever has no name yet can give it with the first button. */
function namedFirst(shown: Decision): Decision {
  const { person, reply } = shown;
  if (person.name !== undefined || !reply) return shown;
  const rename: Option = { label: t('commands:rename'), tap: { kind: 'act', flow: 'people', act: 'rename' } };
  return { ...shown, reply: { ...reply, options: [rename, ...(reply.options ?? [])] } };
}

/** Who the person is now, and how much open work came with it. */
function welcome(who: Text, isNamed: boolean, drafts: number): Text {
  if (drafts > 0) return t('people:registeredWithDrafts', { who, count: drafts });
  return t(isNamed ? 'people:registered' : 'people:registeredNameless', { who });
}

/** The person's drafts with those of whoever did the work before; the last of them is the one to continue. */
function withDrafts(person: Person, taken: readonly Draft[]): Pick<Person, 'drafts' | 'lastDraft'> {
  const last = taken.at(-1)?.id ?? person.lastDraft;
  return {
    drafts: { ...person.drafts, ...Object.fromEntries(taken.map((draft) => [draft.id, draft])) },
    ...(last === undefined ? {} : { lastDraft: last }),
  };
}
