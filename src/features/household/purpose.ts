import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import type { Turn } from '../../kernel/asking.ts';
import { numberBehind } from '../../kernel/commands.ts';
import type { Decision } from '../../kernel/decision.ts';
import { yearClosed } from '../../kernel/ofYear.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import type { AtCenter } from './atCenter.ts';
import { type Joined, joinedAs, joinedIn } from './debts.ts';
import { chooseTarget } from './move.ts';
import { showRound } from './round/round.ts';
import { mayWork, showCenter } from './show.ts';
import { openForm, startJoining } from './start.ts';
import { householdOpen, type Purpose } from './which.ts';

/** What a command wants, now that the center is known. */
export function carryOut(at: AtCenter, purpose: Exclude<Purpose, 'roundNone'>, rest: string): Turn {
  const { person, debts } = at;
  if (purpose === 'open') return showCenter(person, debts);
  const refusal = notNow(at);
  if (refusal) return refusal;
  switch (purpose) {
    case 'add':
      return startJoining(at);
    case 'round1':
      return showRound(at, 1);
    case 'round2':
      return showRound(at, 2);
    case 'close':
    case 'move': {
      const joined = householdMeant(at, rest);
      if (!joined)
        return showCenter(person, debts, { notes: [...noSuch(rest), t(`household:which.${purpose}`)] });
      return purpose === 'close' ? openForm(at, 'close', joined) : chooseTarget(at, joined);
    }
    default:
      return purpose satisfies never;
  }
}

/** Only the officer works with households, and only while the year takes reports and its area is not frozen. */
export function notNow({ person, debts, context }: AtCenter): Decision | undefined {
  const { center, year, freeze } = debts;
  if (!mayWork(person, center)) return notAllowed(person, t('common:officers'));
  if (!context.isOpen(year)) return yearClosed(person, year);
  return freeze && showCenter(person, debts, { notes: [frozenText(freeze)] });
}

const noSuch = (rest: string): readonly Text[] =>
  rest === '' ? [] : [t('household:noSuchNumber', { no: said(rest) })];

/** The household of that number, or the one whose card is open. */
function householdMeant({ person, debts }: AtCenter, rest: string): Joined | undefined {
  if (rest === '') return joinedAs(debts, householdOpen(person));
  const no = numberBehind(rest);
  return joinedIn(debts).find(({ household }) => household.place.no === no);
}
