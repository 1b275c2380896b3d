import { isDeepStrictEqual } from 'node:util';
import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { helpAfter, withPrompt } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import { withFirst } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import { type Card, type Option, type Reply, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import { may } from '../../programme/people/actor.ts';
import { centerCard } from './card/center.ts';
import { householdCard } from './card/household.ts';
import { wholeCard } from './card/whole.ts';
import type { CenterDebts, Joined } from './debts.ts';
import { placeKey } from './debts.ts';
import { workHouseholds } from './deeds.ts';
import { type Next, nextButton } from './next.ts';

export const mayWork = (person: Person, center: Center): boolean =>
  may(person.bindings, workHouseholds, scopeOfCenter(center));

type Shown = {
  readonly notes?: readonly Text[];
  readonly page?: number;
  readonly misses?: number;
  /** What comes next, as the first buttons of the card. */
  readonly next?: readonly Next[];
  /** All that is known of a household, where its card is short. */
  readonly whole?: boolean;
};

/** The card with what comes next before its own buttons, each once. */
const withNext = (card: Card, next: readonly Option[]): Card => ({
  ...card,
  buttons: [
    ...next,
    ...(card.buttons ?? []).filter(({ label }) => next.every((one) => !isDeepStrictEqual(one.label, label))),
  ],
});

/** The households of a center; a number, a name or several lines may be typed to it. */
export function showCenter(person: Person, debts: CenterDebts, shown: Shown = {}): Decision {
  const { center } = debts;
  const { notes = [], page = 0, misses = 0 } = shown;
  const next = (shown.next ?? []).map((one) => nextButton(one, debts));
  const reply: Reply = {
    messages: [{ kind: 'card', card: withNext(centerCard(debts, page, mayWork(person, center)), next) }],
    // The list may be longer than a phone's screen, and its buttons below it.
    options: next,
    asks: true,
  };
  return {
    person: withPrompt(person, 'household', 'center', { center: placeKey(debts), misses: String(misses) }),
    reply: withFirst(reply, [
      ...notes,
      ...(misses > 0 ? [t('household:unclear')] : []),
      ...helpAfter(misses),
    ]),
    audits: [{ did: 'sawHouseholds', record: center.id, scope: scopeOfCenter(center) }],
  };
}

/** One household of it, with what can be done. */
export function showHousehold(
  person: Person,
  joined: Joined,
  debts: CenterDebts,
  { notes = [], misses = 0, next = [], whole = false }: Shown = {},
): Decision {
  const { center } = debts;
  const { id } = joined.household;
  const cardOf = whole ? wholeCard : householdCard;
  const buttons = next.map((one) => nextButton(one, debts));
  const card = withNext(cardOf(joined, debts, mayWork(person, center)), buttons);
  const reply: Reply = { messages: [{ kind: 'card', card }], asks: true };
  return {
    person: withPrompt(person, 'household', 'household', {
      center: placeKey(debts),
      household: id,
      misses: String(misses),
    }),
    reply: withFirst(reply, [...notes, ...helpAfter(misses)]),
    audits: [{ did: 'sawHousehold', record: id, scope: scopeOfCenter(center) }],
  };
}

/** Leaves a question for the household's card. */
export const backToHousehold = (debts: CenterDebts, { household }: Joined): Option => ({
  label: t('household:open', { no: household.place.no }),
  tap: { kind: 'act', flow: 'household', act: 'open', value: `${placeKey(debts)}/${household.id}` },
});
