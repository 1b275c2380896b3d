import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { byName } from '../../kernel/ask/byName.ts';
import { type ChoiceRow, chooseReply, readChosen } from '../../kernel/ask/choose.ts';
import { missesOf, type PromptData, withPrompt } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import type { AtCenter } from './atCenter.ts';
import { headText, type Joined, placeKey } from './debts.ts';
import { mayWork, showHousehold } from './show.ts';

const acts = ['moveTo', 'moveMore', 'moveYes', 'moveNo', 'moveOther'] as const;
type MoveAct = (typeof acts)[number];
export const isMoveAct = (act: string): act is MoveAct => acts.some((one) => one === act);

/** `ย้ายศูนย์`: to which of the person's centers the household goes, with its history. */
export function chooseTarget(at: AtCenter, joined: Joined, page = 0, misses = 0): Decision {
  const { person, debts } = at;
  const rows = rowsFor(at, joined);
  if (rows.length === 0)
    return showHousehold(person, joined, debts, { notes: [t('household:move.nowhere')] });
  const value = `${placeKey(debts)}/${joined.household.id}`;
  return chooseReply(person, {
    flow: 'household',
    act: 'moveTo',
    heading: t('household:move.choose', { no: joined.household.place.no, head: headText(joined) }),
    rows,
    page,
    misses,
    keep: { center: placeKey(debts), household: joined.household.id },
    more: (next) => ({ kind: 'act', flow: 'household', act: 'moveMore', value: `${value}/${next}` }),
  });
}

/** The other centers in which the person works. */
function targetsOf({ person, debts, centers }: AtCenter): readonly Center[] {
  return centers
    .filter((center) => center.id !== debts.center.id && mayWork(person, center))
    .toSorted(byName);
}

const rowsFor = (at: AtCenter, { household }: Joined): readonly ChoiceRow[] =>
  targetsOf(at).map(({ id, name, district }) => ({
    id: `${placeKey(at.debts)}/${household.id}/${id}`,
    name: said(name),
    note: said(district),
  }));

export function moveAct(at: AtCenter, act: MoveAct, joined: Joined, rest: readonly string[]): Decision {
  const [to = '', nos = ''] = rest;
  if (act === 'moveMore') return chooseTarget(at, joined, Number(to));
  if (act === 'moveNo') return stays(at, joined);
  const target = targetsOf(at).find(({ id }) => id === to);
  if (!target) return chooseTarget(at, joined);
  if (act === 'moveTo') return confirm(at, joined, target);
  return move(at, joined, target, act === 'moveOther' ? nosIn(nos) : []);
}

export function moveAnswer(
  at: AtCenter,
  act: 'moveTo' | 'moveConfirm' | 'moveAlike',
  joined: Joined,
  { data, text }: { readonly data: PromptData; readonly text: string },
): Decision {
  if (act === 'moveTo') {
    const chosen = readChosen(text, data, rowsFor(at, joined), at.context.wordings);
    const to = chosen.kind === 'one' ? chosen.id.split('/')[2] : undefined;
    const target = targetsOf(at).find(({ id }) => id === to);
    return target ? confirm(at, joined, target) : chooseTarget(at, joined, 0, missesOf(data) + 1);
  }
  const target = targetsOf(at).find(({ id }) => id === data.to);
  if (!target) return chooseTarget(at, joined);
  const once = readOnce(at.person, at.event, missesOf(data));
  if (act === 'moveAlike') {
    if (once.kind === 'again') return askAlike(at, joined, target, nosIn(data.nos ?? ''), once.notes);
    // The question is whether it is the same household: then it is there already.
    return once.kind === 'no' ? move(at, joined, target, nosIn(data.nos ?? '')) : stays(at, joined);
  }
  if (once.kind === 'again') return confirm(at, joined, target, once.notes, once.misses);
  return once.kind === 'yes' ? move(at, joined, target, []) : stays(at, joined);
}

const stays = ({ person, debts }: AtCenter, joined: Joined): Decision =>
  showHousehold(person, joined, debts, { notes: [t('household:move.stays')] });

const nosIn = (nos: string): readonly number[] =>
  nos.split(',').flatMap((no) => (/^\d+$/.test(no) ? [Number(no)] : []));

function confirm(
  at: AtCenter,
  joined: Joined,
  to: Center,
  notes: readonly Text[] = [],
  misses = 0,
): Decision {
  const { no } = joined.household.place;
  const question = t('household:move.confirm', { no, head: headText(joined), center: to.name });
  const options = [
    option(at, joined, t('common:yes'), 'moveYes', to.id),
    option(at, joined, t('common:no'), 'moveNo', to.id),
  ];
  return asked(at, joined, 'moveConfirm', [...notes, question], options, {
    to: to.id,
    misses: String(misses),
  });
}

/** The other center has a household that looks alike. */
export function askAlike(
  at: AtCenter,
  joined: Joined,
  to: Center,
  nos: readonly number[],
  notes: readonly Text[] = [],
): Decision {
  const list = nos.join(',');
  const question = t('household:move.alike', { nos: nos.join(', '), count: nos.length, center: to.name });
  const options = [
    option(at, joined, t('household:alike.same'), 'moveNo', to.id),
    option(at, joined, t('household:alike.other'), 'moveOther', `${to.id}/${list}`),
  ];
  return asked(at, joined, 'moveAlike', [...notes, question], options, { to: to.id, nos: list });
}

function asked(
  { person, debts }: AtCenter,
  { household }: Joined,
  act: string,
  text: readonly Text[],
  options: readonly Option[],
  data: PromptData,
): Decision {
  const kept = { center: placeKey(debts), household: household.id, ...data };
  return {
    person: withPrompt(person, 'household', act, kept),
    reply: { messages: [{ kind: 'text', text }], options, asks: true },
  };
}

const option = (
  { debts }: AtCenter,
  { household }: Joined,
  label: Text,
  act: MoveAct,
  rest: string,
): Option => ({
  label,
  tap: { kind: 'act', flow: 'household', act, value: `${placeKey(debts)}/${household.id}/${rest}` },
});

const move = (
  { person, debts }: AtCenter,
  { household }: Joined,
  to: Center,
  otherThan: readonly number[],
): Decision => ({
  person,
  intent: {
    kind: 'moveHousehold',
    center: debts.center.id,
    year: debts.year,
    household: household.id,
    to: to.id,
    otherThan,
  },
});
