import { bare, sameWords } from '../../engine/parse/clean.ts';
import { readNumber } from '../../engine/parse/number.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Call } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { nameKey } from '../../programme/spelling.ts';
import { alikeAnswer } from './alike.ts';
import type { AtCenter } from './atCenter.ts';
import { batchAnswer, showBatch, tellLine } from './batch/batch.ts';
import { linesIn, tellsOfSome } from './batch/text.ts';
import { changesAnswer, showChanges, tellsChanges } from './changes/changes.ts';
import { conflictAnswer } from './conflict.ts';
import { type Joined, joinedAs, joinedIn } from './debts.ts';
import { moveAnswer } from './move.ts';
import { notNow } from './purpose.ts';
import { askReason, reasonAnswer, withdrawAnswer } from './reason.ts';
import { roundAnswer } from './round/round.ts';
import { debtSteps } from './rules/steps.ts';
import { showCenter, showHousehold } from './show.ts';
import { openForm } from './start.ts';

type Answer = Extract<Call, { kind: 'answer' }>;

/** What was typed to the card or the question that is open. */
export function answer(at: AtCenter, call: Answer): Turn {
  const { person, debts, context } = at;
  const { event, data, act } = call;
  if (event.kind !== 'text')
    return { person, reply: askAgain(person, [t('common:fileNoQuestion')], context) };
  if (act === 'center') return toCenter(at, event.text, missesOf(data));
  const joined = joinedAs(debts, data.household);
  if (act === 'household' && joined) return toHousehold(at, joined, event.text, missesOf(data));
  const refusal = notNow(at);
  if (refusal) return refusal;
  const answered = { data, text: event.text };
  switch (act) {
    case 'batch':
    case 'batchReason':
    case 'batchUnclear':
      return batchAnswer(at, act, answered);
    case 'changes':
      return changesAnswer(at, answered);
    case 'round':
    case 'roundConfirm':
      return roundAnswer(at, act, answered);
    case 'alike':
      return alikeAnswer(at, answered);
    case 'conflict':
      return conflictAnswer(at, answered);
    case 'withdraw':
    case 'reopen':
      return joined ? reasonAnswer(at, act, joined, answered) : showCenter(person, debts);
    case 'withdrawConfirm':
      return joined ? withdrawAnswer(at, joined, data, event) : showCenter(person, debts);
    case 'moveTo':
    case 'moveConfirm':
    case 'moveAlike':
      return joined ? moveAnswer(at, act, joined, answered) : showCenter(person, debts);
    default:
      return showCenter(person, debts);
  }
}

/** To a center's card: several households, the number of one, or a part of a name. */
export function toCenter(at: AtCenter, text: string, before = 0): Decision {
  const { person, debts } = at;
  if (tellsChanges(at, text)) return notNow(at) ?? showChanges(at, text);
  const lines = linesIn(text);
  if (tellsOfSome(lines)) return notNow(at) ?? showBatch(at, text);
  const [only, ...others] = named(at, text);
  if (only && others.length === 0) return showHousehold(person, only, debts);
  const number = readNumber(text);
  if (number.kind === 'read')
    return showCenter(person, debts, { notes: [t('household:noSuchNumber', { no: number.value })] });
  return showCenter(person, debts, { misses: before + 1 });
}

function named({ debts }: AtCenter, text: string): readonly Joined[] {
  const all = joinedIn(debts);
  const reading = readNumber(text);
  if (reading.kind === 'read') return all.filter(({ household }) => household.place.no === reading.value);
  const key = nameKey(bare(text));
  return key === '' ? [] : all.filter(({ household }) => nameKey(household.head).includes(key));
}

/** Buttons of the card by their labels; one that is not shown now says why when it is typed. */
const formButtons = [
  ['makePlan', 'plan'],
  ['editPlan', 'plan'],
  ['logStep', 'step'],
  ['tellMethods', 'methods'],
  ['tellResult', 'result'],
  ['editParticulars', 'edit'],
] as const;

/** To a household's card: a step, or what would be typed to its center. */
function toHousehold(at: AtCenter, joined: Joined, text: string, before: number): Decision {
  const { person, debts } = at;
  const lines = linesIn(text);
  if (tellsOfSome(lines)) return notNow(at) ?? showBatch(at, text);
  const said = tellLine(joined.household.place.no, text);
  // A state of the one household, or a step with its day and company, is told as a message about several would be, and asked about once.
  if (said && (said.kind !== 'step' || said.on !== undefined || said.together !== undefined))
    return notNow(at) ?? showBatch(at, `${joined.household.place.no} ${text}`);
  const step = said?.kind === 'step' ? debtSteps.find((one) => one === said.step) : undefined;
  if (step) return notNow(at) ?? openForm(at, 'step', joined, [['step', String(step)]]);
  const button = formButtons.find(([label]) => says(at, t(`household:${label}`), text));
  if (button) return notNow(at) ?? openForm(at, button[1], joined);
  if (says(at, t('household:wholeCard'), text)) return showHousehold(person, joined, debts, { whole: true });
  if (joined.work.result && says(at, t('household:withdrawResult'), text))
    return notNow(at) ?? askReason(at, 'withdraw', joined);
  const [only, ...others] = named(at, text);
  if (only && others.length === 0) return showHousehold(person, only, debts);
  return showHousehold(person, joined, debts, { notes: [t('household:unclear')], misses: before + 1 });
}

const says = ({ context }: AtCenter, words: Text, text: string): boolean =>
  context.wordings(words).some((word) => sameWords(word, text));
