import { problem } from '../../domain/household/problem.ts';
import { managingStep } from '../../domain/household/steps.ts';
import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../flow.ts';
import type { FormTalk } from '../form/talk.ts';
import { t } from '../reply.ts';
import { closeTalk } from './closeTalk.ts';
import { type Joined, reachedBy } from './debts.ts';
import { begin, type Given } from './draft.ts';
import { editTalk } from './editTalk.ts';
import { joinTalk } from './joinTalk.ts';
import { methodsTalk } from './methodsTalk.ts';
import { factsOf, mostFunds, subjectOf } from './ofHousehold.ts';
import { givenBy, planTalk } from './planTalk.ts';
import { problemText } from './problemText.ts';
import { resultTalk } from './resultTalk.ts';
import { showHousehold } from './show.ts';
import { stepTalk } from './stepTalk.ts';
import type { Turn } from './turn.ts';

const talks = {
  plan: planTalk,
  step: stepTalk,
  methods: methodsTalk,
  result: resultTalk,
  edit: editTalk,
  close: closeTalk,
} as const satisfies { readonly [act: string]: FormTalk };
type FormAct = keyof typeof talks;

export const isFormAct = (act: string): act is FormAct => Object.hasOwn(talks, act);

/** `เพิ่มครัวเรือน`: the joining of a household; one that was begun in the center goes on. */
export function startJoining({ person, event, debts, context }: Turn): Decision {
  const { center, year } = debts;
  const facts: Draft['facts'] = { center: center.name, funds: center.memberFunds.slice(0, mostFunds) };
  return begin(person, joinTalk, { subject: { center: center.id, year }, facts }, event, context);
}

/** A step of all the center's households. */
export function startCenterStep({ person, event, debts, context }: Turn, step: 1 | 2): Decision {
  const { center, year } = debts;
  const given: Given = [
    ['step', String(step)],
    ['wholeCenter', true],
  ];
  const subject = { center: center.id, year };
  return begin(person, stepTalk, { subject, facts: { center: center.name }, given }, event, context);
}

/** A form about one household, where it can be filled in now. */
export function startForm(turn: Turn, what: FormAct, joined: Joined, given: Given = []): Decision {
  const { person, event, debts, context } = turn;
  const refusal = whyNot(what, joined, turn);
  if (refusal) return showHousehold(person, joined, debts, { notes: [refusal] });
  const known = what === 'plan' && joined.work.plan ? givenBy(joined.work.plan) : given;
  const begun = { subject: subjectOf(joined, debts), facts: factsOf(joined, debts), given: known };
  return begin(person, talks[what], begun, event, context);
}

function whyNot(what: FormAct, joined: Joined, { debts }: Turn) {
  const { household, work } = joined;
  if (household.closed)
    return t('household:isClosed', { why: t(`household:closedAs.${household.closed.why}`) });
  const managed =
    reachedBy(joined, debts) >= managingStep || work.steps.some(({ step }) => step >= managingStep);
  if (what === 'result' && work.result) return problemText(problem('alreadyHasResult'));
  if (what === 'result' && !managed) return problemText(problem('resultBeforeStep4'));
  if (what === 'methods' && !work.plan) return problemText(problem('planFirst'));
  return undefined;
}
