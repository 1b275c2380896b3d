import type { Draft } from '../../engine/draft.ts';
import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { missesOf, type PromptData, withPrompt } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import { withOpenDraft, withoutDraft } from '../../kernel/form/openDraft.ts';
import type { Intent } from '../../kernel/intent.ts';
import { draftOf } from '../../kernel/person.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { AtCenter } from './atCenter.ts';
import { bahtText, type Joined, joinedAs, placeKey } from './debts.ts';
import { presentValue } from './rules/field.ts';
import type { Change, Conflict } from './rules/household.ts';
import { showCenter, showHousehold } from './show.ts';
import { methodText, planText } from './text/form.ts';
import { loanText } from './text/informal.ts';

const acts = ['conflictMine', 'conflictTheirs'] as const;
type ConflictAct = (typeof acts)[number];
export const isConflictAct = (act: string): act is ConflictAct => acts.some((one) => one === act);

/** Somebody changed the same field meanwhile: the second sees both values and chooses. */
export function askConflict(
  { person, debts }: AtCenter,
  joined: Joined,
  draft: Draft,
  { present, wanted }: Conflict,
  rev: number,
  notes: readonly Text[] = [],
  misses = 0,
): Decision {
  const { id } = joined.household;
  const based: Draft = { ...draft, facts: { ...draft.facts, rev } };
  const option = (label: Text, act: ConflictAct): Option => ({
    label,
    tap: { kind: 'act', flow: 'household', act, value: `${placeKey(debts)}/${id}/${draft.id}` },
  });
  const values = { present: changeText(present), wanted: changeText(wanted) };
  return {
    person: withPrompt(
      { ...person, drafts: { ...person.drafts, [draft.id]: based } },
      'household',
      'conflict',
      {
        center: placeKey(debts),
        household: id,
        mine: draft.id,
        misses: String(misses),
      },
    ),
    reply: {
      messages: [{ kind: 'text', text: [...notes, t('household:conflict.ask', values)] }],
      options: [
        option(t('household:conflict.mine'), 'conflictMine'),
        option(t('household:conflict.theirs'), 'conflictTheirs'),
      ],
      asks: true,
    },
  };
}

export function conflictAnswer(
  at: AtCenter,
  { data }: { readonly data: PromptData; readonly text: string },
): Decision {
  const joined = joinedAs(at.debts, data.household);
  if (!joined) return showCenter(at.person, at.debts, { notes: [t('household:notHere')] });
  const once = readOnce(at.person, at.event, missesOf(data));
  if (once.kind === 'again') return askAgain(at, joined, data.mine, once);
  return conflictAct(at, once.kind === 'yes' ? 'conflictMine' : 'conflictTheirs', joined, data.mine);
}

/** The same question, with the values as they are now. */
function askAgain(
  at: AtCenter,
  joined: Joined,
  id: string | undefined,
  { notes, misses }: { readonly notes: readonly Text[]; readonly misses: number },
): Decision {
  const draft = draftOf(at.person, id);
  const wanted = draft && changeOf(at.context.features.talkOf(draft).submit(draft));
  const present = wanted && presentValue(joined.household, joined.work, wanted);
  return draft && wanted && present
    ? askConflict(at, joined, draft, { present, wanted }, joined.household.rev, notes, misses)
    : showHousehold(at.person, joined, at.debts, { notes });
}

const changeOf = (intent: Intent): Change | undefined =>
  intent.kind === 'workHousehold' && intent.work.kind === 'change' ? intent.work.changes[0] : undefined;

export function conflictAct(
  { person, debts, context }: AtCenter,
  act: ConflictAct,
  joined: Joined,
  id: string | undefined,
): Decision {
  const draft = draftOf(person, id);
  if (!draft) return showHousehold(person, joined, debts);
  if (act === 'conflictMine')
    return { person: withOpenDraft(person, draft), intent: context.features.talkOf(draft).submit(draft) };
  const left = withoutDraft(person, draft.id, { draft: draft.id, what: 'saved' });
  return showHousehold(left, joined, debts, { notes: [t('household:conflict.stays')] });
}

/** A value as the two who changed it see it. */
function changeText(change: Change): Text {
  switch (change.field) {
    case 'head':
    case 'houseNo':
      return said(change.value);
    case 'members':
      return t('household:people', { count: change.value });
    case 'phone':
      return change.value === null ? t('common:notAnswered') : said(change.value);
    case 'joinedOn':
      return t('common:date', { date: { date: change.value } });
    case 'contract':
    case 'newContract':
      return change.value === null
        ? t('household:conflict.taken')
        : t('common:list', { items: [said(change.value.fund), bahtText(change.value.outstandingSatang)] });
    case 'outside':
    case 'newOutside':
      return change.value === null ? t('household:conflict.taken') : loanText(change.value);
    case 'plan':
      return planText(change.value);
    case 'methods':
      return t('common:list', { items: change.value.map(methodText) });
    default:
      return change satisfies never;
  }
}
