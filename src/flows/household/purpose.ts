import { notAllowed } from '../ask/notAllowed.ts';
import { numberBehind } from '../commands.ts';
import type { Decision } from '../flow.ts';
import { said, type Text, t } from '../reply.ts';
import { type Joined, joinedAs, joinedIn } from './debts.ts';
import { chooseTarget } from './move.ts';
import { showRound } from './round/round.ts';
import { mayWork, showCenter } from './show.ts';
import { openForm, startJoining } from './start.ts';
import type { Turn } from './turn.ts';
import { householdOpen, type Purpose } from './which.ts';

/** What a command wants, now that the center is known. */
export function carryOut(turn: Turn, purpose: Exclude<Purpose, 'roundNone'>, rest: string): Decision {
  const { person, debts } = turn;
  if (purpose === 'open') return showCenter(person, debts);
  const refusal = notNow(turn);
  if (refusal) return refusal;
  switch (purpose) {
    case 'add':
      return startJoining(turn);
    case 'round1':
      return showRound(turn, 1);
    case 'round2':
      return showRound(turn, 2);
    case 'close':
    case 'move': {
      const joined = householdMeant(turn, rest);
      if (!joined)
        return showCenter(person, debts, { notes: [...noSuch(rest), t(`household:which.${purpose}`)] });
      return purpose === 'close' ? openForm(turn, 'close', joined) : chooseTarget(turn, joined);
    }
    default:
      return purpose satisfies never;
  }
}

/** Only the officer works with households, and only while the year takes reports. */
export function notNow({ person, debts: { center }, context }: Turn): Decision | undefined {
  if (!mayWork(person, center)) return notAllowed(person, t('common:officers'));
  if (context.isOpen(context.year)) return undefined;
  return {
    person,
    reply: { messages: [{ kind: 'text', text: [t('common:yearClosed', { year: context.year })] }] },
  };
}

const noSuch = (rest: string): readonly Text[] =>
  rest === '' ? [] : [t('household:noSuchNumber', { no: said(rest) })];

/** The household of that number, or the one whose card is open. */
function householdMeant({ person, debts }: Turn, rest: string): Joined | undefined {
  if (rest === '') return joinedAs(debts, householdOpen(person));
  const no = numberBehind(rest);
  return joinedIn(debts).find(({ household }) => household.place.no === no);
}
