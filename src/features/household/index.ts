import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import { optionText } from '../../kernel/form/talk.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { aroundOf } from '../../kernel/report/around.ts';
import { yearBehind } from '../../kernel/yearBehind.ts';
import type { Center } from '../../programme/center/center.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import { freezeAt } from '../../programme/report/freeze.ts';
import { act } from './act.ts';
import { answer } from './answer.ts';
import type { AtCenter } from './atCenter.ts';
import { asBatch } from './batch/text.ts';
import { roundKinds } from './cases.ts';
import type { CenterDebts } from './debts.ts';
import { seeHouseholdCounts, seeHouseholds, workHouseholds } from './deeds.ts';
import { roundDocuments } from './document/index.ts';
import { round1Duty, round2Duty } from './duty.ts';
import { householdJoin } from './forms/householdJoin.ts';
import { householdNoticed } from './notices.ts';
import { outcomeOf } from './outcome.ts';
import { createHouseholdsWork } from './perform/index.ts';
import { carryOut } from './purpose.ts';
import { debtReportReaders } from './reads/debtReports.ts';
import { householdReaders } from './reads/households.ts';
import { resultDue } from './resultDue.ts';
import { receiptAlone } from './round/outcome.ts';
import { noSuchRound } from './round/round.ts';
import { newBook } from './rules/book.ts';
import { showCenter } from './show.ts';
import { debtFigureNames } from './standing.ts';
import { books, households } from './store.ts';
import { debtBlocks } from './summary.ts';
import { householdTalks } from './talk/index.ts';
import {
  centerOfOutcome,
  namesCenter,
  numberNamed,
  purposeOf,
  scopesOf,
  withCenter,
  yearCarried,
} from './which.ts';

/** `หนี้ครัวเรือน`: the households of a center, from joining to the result, and the two rounds of reports. */
export const householdFlow: Flow = {
  id: 'household',
  decide: (person, given, event, context) => {
    const { call, year } = callInYear(person, given, context);
    if (call.kind === 'event') return toldOutcome(person, call, event, { context, year });
    if (scopesOf(person).length === 0) return refusedFor(person);
    if (purposeOf(call) === 'roundNone') return noSuchRound(person);
    return withCenter(person, call, { context, year }, (center, centers) =>
      withDebts(center, { context, year }, (debts) =>
        answered({ person, event, debts, centers, context }, call),
      ),
    );
  },
};

type InYear = { readonly context: Context; readonly year: FiscalYear };

/** A call with the year that it is about: the one said behind the command or carried, else the newest. */
function callInYear(
  person: Person,
  given: Call,
  { year: newest }: Context,
): { readonly call: Call; readonly year: FiscalYear } {
  const said =
    given.kind === 'command' && namesCenter(given.command) ? yearBehind(given.rest, newest) : undefined;
  if (said?.year !== undefined && given.kind === 'command')
    return { call: { ...given, rest: said.rest }, year: said.year };
  const call = asBatch(person, given);
  return { call, year: yearCarried(person, call) ?? newest };
}

/** What a call within a center, or about one that is known now, comes to. */
function answered(at: AtCenter, call: Exclude<Call, { kind: 'event' }>): Turn {
  const purpose = purposeOf(call);
  if (purpose && purpose !== 'roundNone') return carryOut(at, purpose, numberNamed(call));
  if (call.kind === 'command') return showCenter(at.person, at.debts);
  return call.kind === 'act' ? act(at, call) : answer(at, call);
}

/** What was decided is told also to who may not begin another any more. */
function toldOutcome(person: Person, call: Call, event: InboundEvent, { context, year }: InYear): Turn {
  const about = centerOfOutcome(call);
  if (!about) return { person };
  return ask({ centers: read('centersIn', scopesOf(person)) }, ({ centers }) => {
    const center = centers.find(({ id }) => id === about);
    if (!center) return lostCenter(person, event, context);
    return withDebts(center, { context, year }, (debts) =>
      outcomeOf({ person, event, debts, centers, context }),
    );
  });
}

/** The area was handed over meanwhile: of what was decided only a receipt is told. */
function lostCenter(person: Person, event: InboundEvent, context: Context): Decision {
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  return outcome?.of === 'submitRound' ? receiptAlone(person, outcome, context) : { person };
}

/** Goes on with the households of a center. */
function withDebts(center: Center, { context, year }: InYear, goOn: (debts: CenterDebts) => Turn): Turn {
  const wants = {
    found: read('householdsOf', center.id),
    rules: read('openDueDates'),
    freezes: read('freezes'),
  };
  return ask(wants, ({ found: { households, joinings, book }, rules, freezes }) => {
    const due = resultDue(rules, center, year);
    const { id, province, district } = center;
    const unit = { kind: 'center', province, district, center: id } as const;
    const freeze = freezeAt(aroundOf(unit, freezes, []).freezes, context.now);
    return goOn({
      ...{ center, year, newest: context.year, limits: context.debtLimits },
      ...{ households, joinings, book: book ?? newBook(center.id) },
      ...(due && { resultDue: due }),
      ...(freeze && { freeze }),
    });
  });
}

/** Who sees counts only finds them in the summary. */
function refusedFor(person: Person): Decision {
  if (capacities(person.bindings, seeHouseholdCounts).length === 0)
    return notAllowed(person, t('household:who'));
  return {
    person: withoutPrompt(person),
    reply: {
      messages: [{ kind: 'text', text: [t('household:countsInSummary')] }],
      options: [{ label: t('commands:summary'), tap: { kind: 'say' } }],
    },
  };
}

export { reducedOrCleared } from './rules/figures.ts';
export { type DebtReport, roundOf } from './rules/round.ts';
export { debtFigures } from './standing.ts';
export { seeHouseholds };

export const household: Feature = {
  id: 'household',
  flow: householdFlow,
  deeds: [workHouseholds, seeHouseholds, seeHouseholdCounts],
  documents: roundDocuments,
  stores: { households, books },
  commands: {
    debt: { takesRest: 'name' },
    addHousehold: { takesRest: 'name' },
    closeHousehold: { takesRest: 'number' },
    moveCenter: { takesRest: 'number' },
    submitRound: { takesRest: 'number' },
  },
  menu: [{ command: 'debt', place: 30, deed: seeHouseholds }],
  startedBy: 'debt',
  buttons: [
    t('household:makePlan'),
    t('household:editPlan'),
    t('household:logStep'),
    t('household:tellMethods'),
    t('household:tellResult'),
    t('household:same'),
    t('household:paidOff'),
    t('household:addContract'),
    t('household:withdrawResult'),
    t('household:editParticulars'),
    t('household:reopen'),
    t('household:allHouseholds'),
    t('household:batch.skip'),
    t('household:changeJoining'),
    t('household:noteOutside'),
    t('household:wholeCard'),
    t('household:noteInformal'),
    t('household:alike.same'),
    t('household:alike.other'),
    t('household:conflict.mine'),
    t('household:conflict.theirs'),
    t('household:batch.stepsOnly'),
    ...['overdue', 'onTime'].map((option) => optionText(householdJoin, { id: 'overdue' }, option)),
  ],
  forms: householdTalks,
  dues: [
    {
      id: 'debt1',
      place: 30,
      from: 'district',
      every: 'year',
      next: 'round1',
      also: t('household:alsoDue.debt1'),
      duty: round1Duty,
    },
    {
      id: 'debt2',
      place: 40,
      from: 'district',
      every: 'year',
      next: 'round2',
      also: t('household:alsoDue.debt2'),
      duty: round2Duty,
    },
  ],
  outcomes: [
    'joinHousehold',
    'workHousehold',
    'logCenterStep',
    'batchHouseholds',
    'moveHousehold',
    'submitRound',
    'householdsFrozen',
  ],
  figures: debtFigureNames,
  summary: { place: 20, blocks: debtBlocks },
  notices: { roundSubmitted: householdNoticed },
  reports: [roundKinds[1], roundKinds[2]],
  open: ({ store, entropy, debtLimits }) => {
    const work = createHouseholdsWork(store, entropy, debtLimits);
    return {
      readers: { ...householdReaders(store), ...debtReportReaders(store) },
      performers: {
        joinHousehold: work,
        workHousehold: work,
        logCenterStep: work,
        batchHouseholds: work,
        moveHousehold: work,
        submitRound: work,
      },
    };
  },
};
