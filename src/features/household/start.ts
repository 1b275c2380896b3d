import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../../kernel/decision.ts';
import { type Option, t } from '../../kernel/reply.ts';
import type { AtCenter } from './atCenter.ts';
import { type CenterDebts, isManaged, type Joined, placeKey } from './debts.ts';
import { problem } from './rules/problem.ts';
import { managingStep } from './rules/steps.ts';
import { showHousehold } from './show.ts';
import { begin, type Given, subjectIn } from './talk/draft.ts';
import { talks } from './talk/index.ts';
import { knownAfterwards } from './talk/known.ts';
import { knownStep, toldBefore } from './talk/knownStep.ts';
import { factsOf, fundsToCorrect, subjectOf } from './talk/ofHousehold.ts';
import { givenBy } from './talk/plan.ts';
import { problemText } from './text/problem.ts';

const formActs = ['plan', 'step', 'methods', 'result', 'edit', 'close'] as const;
type FormAct = (typeof formActs)[number];

export const isFormAct = (act: string): act is FormAct => formActs.some((one) => one === act);

/** `เพิ่มครัวเรือน`: the joining of a household; one that was begun in the center goes on. */
export function startJoining({ person, event, debts, context }: AtCenter): Decision {
  const { center, year } = debts;
  const facts: Draft['facts'] = {
    ...{
      center: center.name,
      moo: center.moo,
      funds: center.memberFunds,
      rateLimit: debts.limits.rateBasisPoints,
    },
  };
  return begin(
    person,
    talks.join,
    {
      subject: subjectIn(center, year),
      facts,
      telling: true,
      notes: [t('household:whoIsHousehold'), t('household:joinInOneLine')],
    },
    event,
    context,
  );
}

/** A step of all the center's households. */
export function startCenterStep({ person, event, debts, context }: AtCenter, step: 1 | 2): Decision {
  const { center, year } = debts;
  const given: Given = [
    ['step', String(step)],
    ['wholeCenter', true],
  ];
  const subject = subjectIn(center, year);
  const known = toldBefore(debts, context.today);
  return begin(
    person,
    talks.step,
    { subject, facts: { center: center.name }, given, known, telling: true },
    event,
    context,
  );
}

/** A form about one household that somebody asked for, where it can be filled in now; says first whose it is. */
export const openForm = (at: AtCenter, what: FormAct, joined: Joined, given: Given = []): Decision =>
  start(at, what, joined, { given, telling: true });

/** The form that follows on what was just said of the household. */
export const startForm = (at: AtCenter, what: FormAct, joined: Joined): Decision =>
  start(at, what, joined, { given: [], telling: false });

function start(
  at: AtCenter,
  what: FormAct,
  joined: Joined,
  { given, telling }: { readonly given: Given; readonly telling: boolean },
): Decision {
  const { person, event, debts, context } = at;
  const refusal = whyNot(what, joined, at) ?? whyNotStep(given, joined);
  if (refusal) return showHousehold(person, joined, debts, { notes: [refusal] });
  const known = what === 'plan' && joined.work.plan ? givenBy(joined.work.plan) : given;
  const facts = {
    ...factsOf(joined, debts),
    ...(what === 'edit' && { funds: fundsToCorrect(joined, debts) }),
  };
  const begun = {
    ...{ subject: subjectOf(joined, debts), facts, given: known, telling },
    ...(what === 'result' && { known: knownAfterwards(joined) }),
    ...(what === 'step' && {
      known: knownStep(joined, debts, { named: given.length > 0, today: context.today }),
    }),
  };
  if (what !== 'result' || joined.work.methods.length > 0)
    return begin(person, talks[what], begun, event, context);
  const asking = { ...begun, notes: [t('household:methodsFirst')] };
  return withMethods(begin(person, talks[what], asking, event, context), joined, debts);
}

/** A debt may be paid off without any of the seven methods, so a result does not wait for them. */
function withMethods({ reply, ...decision }: Decision, { household }: Joined, debts: CenterDebts): Decision {
  const option: Option = {
    label: t('household:tellMethods'),
    tap: { kind: 'act', flow: 'household', act: 'methods', value: `${placeKey(debts)}/${household.id}` },
  };
  return reply ? { ...decision, reply: { ...reply, options: [option, ...(reply.options ?? [])] } } : decision;
}

function whyNot(what: FormAct, joined: Joined, { debts }: AtCenter) {
  const { household, work } = joined;
  if (household.closed)
    return t('household:isClosed', { why: t(`household:closedAs.${household.closed.why}`) });
  if (what === 'result' && work.result) return problemText(problem('alreadyHasResult'));
  if (what === 'result' && !isManaged(joined, debts)) return problemText(problem('resultBeforeStep4'));
  if (what === 'methods' && !work.plan) return problemText(problem('planFirst'));
  return undefined;
}

/** A step that was named before the form is begun is refused before anything of it is asked. */
function whyNotStep(given: Given, { work }: Joined) {
  const named = given.find(([key]) => key === 'step')?.[1];
  return Number(named) >= managingStep && !work.plan ? problemText(problem('planFirst')) : undefined;
}
