import { type Block, type Card, type Option, type Text, t } from '../../../kernel/reply.ts';
import {
  bahtText,
  type CenterDebts,
  dotsText,
  headText,
  inTheirYear,
  isManaged,
  type Joined,
  nextStep,
  placeKey,
} from '../debts.ts';
import { lendersIn, resultIn } from '../rules/result.ts';
import { aboveLimitBlocks } from '../text/aboveLimit.ts';
import { informalBlocks, informalChange } from '../text/informal.ts';
import { debtBar, fact, missingText } from './center.ts';

/**
 * One household, short enough for a phone of 360 × 640 with its buttons: its steps, what it owes, what is missing, and
 * what is to be done next. The whole is a button away.
 */
export function householdCard(joined: Joined, debts: CenterDebts, mayWork: boolean): Card {
  return {
    heading: headingOf(joined, debts),
    blocks: [
      debtBar(joined),
      ...reduced(joined),
      ...aboveLimitBlocks(joined.work.before, debts.limits),
      ...informalNow(joined),
      stateBlock(joined, debts),
    ],
    buttons: shortButtons(joined, debts, mayWork),
  };
}

export const headingOf = (joined: Joined, debts: CenterDebts): Text =>
  inTheirYear(
    t('household:heading', {
      dots: dotsText(joined, debts),
      no: joined.household.place.no,
      head: headText(joined),
    }),
    debts,
  );

export const stateBlock = (joined: Joined, debts: CenterDebts): Block => ({
  kind: 'text',
  text: missingText(joined, debts),
  tone: joined.work.result ? 'good' : 'warning',
});

function reduced({ work }: Joined): readonly Block[] {
  if (!work.result) return [];
  const { reducedSatang, grownSatang } = resultIn(work, work.result);
  return grownSatang > 0 ? [] : [fact(t('household:debtReduced'), bahtText(reducedSatang))];
}

/** What is owed to informal lenders; with a result, what became of it. */
function informalNow({ work }: Joined): readonly Block[] {
  const informal = work.result && resultIn(work, work.result).informal;
  return informal
    ? informalChange(informal, work.result ? lendersIn(work.outside, work.result) : [])
    : informalBlocks(work.outside);
}

type Act = 'plan' | 'step' | 'methods' | 'result';

/** What is next for the household comes first. */
function nextActs(joined: Joined, debts: CenterDebts): readonly Act[] {
  const { plan, methods, result } = joined.work;
  const steps: readonly Act[] = nextStep(joined, debts) ? ['step'] : [];
  if (result) return steps;
  if (!plan) return ['plan', 'step'];
  if (!isManaged(joined, debts)) return ['step', 'plan'];
  return methods.length === 0 ? ['methods', ...steps, 'result'] : [...steps, 'result', 'methods'];
}

function shortButtons(joined: Joined, debts: CenterDebts, mayWork: boolean): readonly Option[] {
  const whole = button(joined, debts)(t('household:wholeCard'), 'whole');
  const back = backButton(debts);
  if (!mayWork) return [whole, back];
  if (joined.household.closed) return [...reopenButton(joined, debts), whole, back];
  const work = nextActs(joined, debts).map((act) => button(joined, debts)(labelOf(act, joined), act));
  // Once all is done the next thing is another household.
  return work.length > 0 ? [...work, whole, back] : [back, whole];
}

/** All that can be done with the household. */
export function wholeButtons(joined: Joined, debts: CenterDebts, mayWork: boolean): readonly Option[] {
  const option = button(joined, debts);
  const short = option(t('household:open', { no: joined.household.place.no }), 'open');
  if (!mayWork) return [short, backButton(debts)];
  if (joined.household.closed) return [...reopenButton(joined, debts), short, backButton(debts)];
  const first = nextActs(joined, debts);
  const acts: readonly Act[] = joined.work.result ? ['plan', 'step', 'methods'] : [...allActs];
  return [
    ...[...first, ...acts.filter((act) => !first.includes(act))].map((act) =>
      option(labelOf(act, joined), act),
    ),
    ...(joined.work.result ? [option(t('household:withdrawResult'), 'withdraw')] : []),
    option(t('household:editParticulars'), 'edit'),
    option(t('commands:closeHousehold'), 'close'),
    option(t('commands:moveCenter'), 'move'),
    short,
    backButton(debts),
  ];
}

const allActs = ['plan', 'step', 'methods', 'result'] as const satisfies readonly Act[];

const reopenButton = (joined: Joined, debts: CenterDebts): readonly Option[] => [
  button(joined, debts)(t('household:reopen'), 'reopen'),
];

function labelOf(act: Act, { work }: Joined): Text {
  switch (act) {
    case 'plan':
      return t(work.plan ? 'household:editPlan' : 'household:makePlan');
    case 'step':
      return t('household:logStep');
    case 'methods':
      return t('household:tellMethods');
    case 'result':
      return t('household:tellResult');
    default:
      return act satisfies never;
  }
}

const button =
  ({ household }: Joined, debts: CenterDebts) =>
  (label: Text, act: string): Option => ({
    label,
    tap: { kind: 'act', flow: 'household', act, value: `${placeKey(debts)}/${household.id}` },
  });

export const backButton = (debts: CenterDebts): Option => ({
  label: t('household:allHouseholds'),
  tap: { kind: 'act', flow: 'household', act: 'center', value: placeKey(debts) },
});
