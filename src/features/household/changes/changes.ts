import type { Draft } from '../../../engine/draft.ts';
import { clean } from '../../../engine/parse/clean.ts';
import { arabicDigits } from '../../../engine/parse/thaiMarks.ts';
import { walk } from '../../../engine/walk.ts';
import { readOnce } from '../../../kernel/ask/asksOnce.ts';
import { missesOf, type PromptData, withPrompt } from '../../../kernel/ask/prompt.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { moveDraft } from '../../../kernel/form/askOn.ts';
import { withFirst } from '../../../kernel/form/question.ts';
import type { At, Given } from '../../../kernel/form/talk.ts';
import { type Block, type Option, said, type Text, t } from '../../../kernel/reply.ts';
import type { AtCenter } from '../atCenter.ts';
import { batchNext } from '../batch/queue.ts';
import { headText, type Joined, joinedIn, placeKey } from '../debts.ts';
import type { UsedMethod } from '../rules/method.ts';
import { showCenter } from '../show.ts';
import { changePlaces } from '../talk/changes.ts';
import { newDraft } from '../talk/draft.ts';
import { talks } from '../talk/index.ts';
import { methodsTold } from '../talk/methods.ts';
import { factsOf, subjectOf } from '../talk/ofHousehold.ts';
import { plannedMethods } from '../talk/planned.ts';
import { methodText } from '../text/form.ts';
import { waitingIn } from './waiting.ts';

const acts = ['changesYes', 'changesNo'] as const;
type ChangesAct = (typeof acts)[number];
export const isChangesAct = (act: string): act is ChangesAct => acts.some((one) => one === act);

/** Where a household's number begins what is told of it: `1: 4, 2: 5`. */
const numbers = /(?:^|[,;\n]\s*)(?:ครัวเรือนที่|ครัวเรือน|households?)?\s*(\d{1,4})\s*[:=]\s*/gi;

type Told = { readonly no: number; readonly words: string };

function toldIn(text: string): readonly Told[] {
  const line = arabicDigits(clean(text));
  const heads = [...line.matchAll(numbers)];
  if (heads[0]?.index !== 0) return [];
  return heads.map((head, place) => ({
    no: Number(head[1]),
    words: line.slice(head.index + head[0].length, heads[place + 1]?.index).trim(),
  }));
}

/** Whether a text tells what the planned methods changed, of one household at least that waits for that. */
export const tellsChanges = ({ debts }: AtCenter, text: string): boolean => {
  const waiting = waitingIn(debts).map(({ household }) => household.place.no);
  return toldIn(text).some(({ no }) => waiting.includes(no));
};

type Understood = { readonly joined: Joined; readonly methods: readonly UsedMethod[] };
type Unclear = Told & { readonly why: Text };

/** What was understood of each household, each by itself; twice the same household is not clear. */
function changesOf(at: AtCenter, text: string): readonly (Understood | Unclear)[] {
  const all = toldIn(text);
  const waiting = waitingIn(at.debts);
  return all.map((one) => {
    const unclear = (why: Text): Unclear => ({ ...one, why });
    if (all.filter(({ no }) => no === one.no).length > 1) return unclear(t('household:changes.twice'));
    const joined = waiting.find(({ household }) => household.place.no === one.no);
    if (!joined) return unclear(whyNotAsked(at, one.no));
    const told = toldOf(at, joined, one.words);
    return 'why' in told ? unclear(told.why) : { joined, ...told };
  });
}

const whyNotAsked = ({ debts }: AtCenter, no: number): Text =>
  joinedIn(debts).some(({ household }) => household.place.no === no)
    ? t('household:changes.notAsked')
    : t('household:noSuchNumber', { no });

/** The planned methods with what is told of them, read and checked as the form of one household does. */
function toldOf(
  at: AtCenter,
  joined: Joined,
  words: string,
): { readonly methods: readonly UsedMethod[] } | { readonly why: Text } {
  const { person, event, debts, context } = at;
  const talk = talks.methods;
  const given = plannedMethods(joined);
  const facts = factsOf(joined, debts);
  const form: Omit<At, 'draft'> = { person, talk, event, context };
  let draft = newDraft(talk.form, subjectOf(joined, debts), facts, given, event);
  const { open } = walk(talk.form, draft, talk.derived);
  const places = open && changePlaces({ ...form, draft }, open, words);
  for (const place of places ?? []) {
    const next = 'key' in place ? taken({ ...form, draft }, place) : unreadable;
    if ('why' in next) return next;
    draft = next;
  }
  const { slots } = walk(talk.form, draft, talk.derived);
  const isWhole = places !== undefined && slots.every(({ entry, step }) => entry || step.optional);
  return isWhole ? { methods: methodsTold(draft) } : unreadable;
}

const unreadable = { why: t('household:changes.unclear') };

function taken(at: At, { key, value }: Given): Draft | { readonly why: Text } {
  const { draft: after, happened } = moveDraft(at, at.draft, { kind: 'value', key, value });
  if (happened.kind !== 'answered') return unreadable;
  const refused = at.talk.judge?.({ before: at.draft, after, context: at.context, ...happened });
  if (!refused) return after;
  const [why = unreadable.why] = refused.notes;
  return { why };
}

const isUnderstood = (one: Understood | Unclear): one is Understood => 'joined' in one;

/** What was understood, on one card; asks once before anything is kept. */
export function showChanges(at: AtCenter, text: string, notes: readonly Text[] = [], misses = 0): Decision {
  const { person, debts } = at;
  const all = changesOf(at, text);
  const good = all.filter(isUnderstood);
  const option = (label: Text, act: ChangesAct): Option => ({
    label,
    tap: { kind: 'act', flow: 'household', act, value: placeKey(debts) },
  });
  const buttons = good.length > 0 ? [option(t('common:confirm'), 'changesYes')] : [];
  const rows = all.map(
    (one): Block =>
      isUnderstood(one)
        ? { kind: 'text', text: lineText(one) }
        : {
            kind: 'text',
            text: t('household:changes.unclearLine', { no: one.no, words: said(one.words), why: one.why }),
            tone: 'warning',
          },
  );
  const ask = t(good.length > 0 ? 'household:batch.ask' : 'household:batch.nothing');
  const card = {
    heading: t('household:changes.heading', { count: good.length }),
    blocks: [...rows, { kind: 'text' as const, text: ask }],
    buttons,
  };
  const data = { center: placeKey(debts), text, misses: String(misses) };
  const options = [...buttons, option(t('common:no'), 'changesNo')];
  return {
    person: withPrompt(person, 'household', 'changes', data),
    reply: withFirst({ messages: [{ kind: 'card', card }], options, asks: true }, notes),
  };
}

const lineText = ({ joined, methods }: Understood): Text =>
  t('household:batch.line', {
    no: joined.household.place.no,
    head: headText(joined),
    said: t('common:list', { items: methods.map(methodText) }),
  });

export function changesAct(at: AtCenter, act: ChangesAct): Decision {
  const { open } = at.person;
  const data = open.kind === 'prompt' && open.flow === 'household' ? open.data : undefined;
  return act === 'changesYes' && data?.text !== undefined ? confirmed(at, data) : notKept(at);
}

export function changesAnswer(
  at: AtCenter,
  { data, text }: { readonly data: PromptData; readonly text: string },
): Decision {
  // Another message of the same kind takes the place of the one that was shown.
  if (tellsChanges(at, text)) return showChanges(at, text);
  const once = readOnce(at.person, at.event, missesOf(data));
  if (once.kind === 'again') return showChanges(at, data.text ?? '', once.notes, once.misses);
  return once.kind === 'yes' ? confirmed(at, data) : notKept(at);
}

const notKept = ({ person, debts }: AtCenter): Decision =>
  showCenter(person, debts, { notes: [t('household:batch.notKept')] });

/** What was understood is kept; the center's card says what is still asked. */
function confirmed(at: AtCenter, { text = '' }: PromptData): Decision {
  const good = changesOf(at, text).filter(isUnderstood);
  const lines = good.map(({ joined: { household }, methods: value }) => ({
    no: household.place.no,
    household: household.id,
    work: {
      kind: 'change' as const,
      based: household.rev,
      changes: [{ field: 'methods' as const, value }],
    },
  }));
  return batchNext(at, lines, []);
}
