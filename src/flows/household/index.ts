import type { Center } from '../../domain/center/center.ts';
import { newBook } from '../../domain/household/book.ts';
import { capacities } from '../../domain/people/actor.ts';
import { notAllowed } from '../ask/notAllowed.ts';
import { settled } from '../ask/prompt.ts';
import type { InboundEvent } from '../event.ts';
import type { Call, Context, Decision, Flow } from '../flow.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';
import { act } from './act.ts';
import { answer } from './answer.ts';
import { asBatch } from './batch/text.ts';
import type { CenterDebts } from './debts.ts';
import { outcomeOf } from './outcome.ts';
import { carryOut } from './purpose.ts';
import { noSuchRound } from './round/round.ts';
import { showCenter } from './show.ts';
import { centerMeant, centerOfOutcome, numberNamed, purposeOf, scopesOf } from './which.ts';

/** `หนี้ครัวเรือน`: the households of a center, from joining to the result, and the two rounds of reports. */
export const householdFlow: Flow = {
  id: 'household',
  needs: (person, call) => ({
    centersIn: scopesOf(person),
    // How many joined is shown where a center has to be chosen.
    ...(purposeOf(call) ? { standings: scopesOf(person) } : {}),
  }),
  needsThen: (person, call, context) => {
    const meant = call.kind === 'event' ? undefined : centerMeant(person, asBatch(person, call), context);
    const center = meant?.kind === 'center' ? meant.center.id : centerOfOutcome(call);
    return center && { households: { center }, debtReports: { center, year: context.year } };
  },
  decide: (person, given, event, context) => {
    const call = asBatch(person, given);
    if (call.kind === 'event') return told(person, call, event, context);
    if (scopesOf(person).length === 0) return refusedFor(person);
    const purpose = purposeOf(call);
    if (purpose === 'roundNone') return noSuchRound(person);
    const meant = centerMeant(person, call, context);
    if (meant.kind === 'said') return meant.decision;
    const turn = { person, event, debts: debtsOf(meant.center, context), context };
    if (purpose) return carryOut(turn, purpose, numberNamed(call));
    if (call.kind === 'command') return showCenter(person, turn.debts);
    return call.kind === 'act' ? act(turn, call) : answer(turn, call);
  },
};

/** What was decided is told also to who may not begin another any more. */
function told(person: Person, call: Call, event: InboundEvent, context: Context): Decision {
  const center = context.gathered.centers.find(({ id }) => id === centerOfOutcome(call));
  return center ? outcomeOf({ person, event, debts: debtsOf(center, context), context }) : { person };
}

/** Who sees counts only finds them in the summary. */
function refusedFor(person: Person): Decision {
  if (capacities(person.bindings, 'seeSummary').length === 0) return notAllowed(person, t('household:who'));
  return {
    person: settled(person),
    reply: {
      messages: [{ kind: 'text', text: [t('household:countsInSummary')] }],
      options: [{ label: t('commands:summary'), tap: { kind: 'say' } }],
    },
  };
}

function debtsOf(center: Center, { gathered, year }: Context): CenterDebts {
  const { households, book } = gathered;
  return { center, year, households, book: book ?? newBook(center.id) };
}
