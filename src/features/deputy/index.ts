import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, aboutOf, onAnswer, pose } from '../../kernel/ask/question.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Feature } from '../../kernel/feature.ts';
import { says } from '../../kernel/feature.ts';
import type { Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { parseIsoDate } from '../../programme/calendar/calendar.ts';
import { capacities } from '../../programme/people/actor.ts';
import { nameDeputies } from './deeds.ts';
import { deputyNoticed, officerNoticed } from './notices.ts';
import { namedOutcome } from './outcome.ts';
import { createDeputyWork } from './perform.ts';
import { seatAt, type Term, untilWhen, whether, whichPerson, whichSeat } from './questions.ts';
import { deputyReaders } from './reads.ts';
import type { Candidate, OpenSeat } from './seats.ts';

/** `มอบหมาย`: who signs for a seat that is vacant, or whose holder cannot sign or is away. */
const deputyFlow: Flow = {
  id: 'deputy',
  decide: (person, call, event, context) => {
    if (call.kind === 'event') return told(person, event);
    if (capacities(person.bindings, nameDeputies).length === 0) return notAllowed(person, t('deputy:who'));
    return ask({ seats: read('openSeats') }, ({ seats }) => {
      const [only, ...others] = seats;
      if (!only) return tell(person, [t('deputy:nothing')], [says('tasks')]);
      if (call.kind === 'command')
        return others.length === 0
          ? askPerson(person, only, context)
          : pose(person, whichSeat(seats, context));
      return answered(person, call, seats, context);
    });
  },
};

function told(person: Person, event: InboundEvent): Turn {
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  return outcome?.of === 'nameDeputy' ? namedOutcome(person, outcome) : { person };
}

function answered(person: Person, call: Answering, seats: readonly OpenSeat[], context: Context): Turn {
  if (call.act === 'seat')
    return onAnswer(person, call, whichSeat(seats, context), (path) => {
      const seat = seatAt(path, seats);
      return seat ? askPerson(person, seat, context) : tell(person, [t('deputy:nothing')], [says('tasks')]);
    });
  const [path, id, term] = aboutOf(call);
  const seat = seatAt(path, seats);
  // It was filled since, or its reports are signed.
  if (!seat) return tell(person, [t('deputy:noneNow')], [says('tasks')]);
  return ask({ candidates: read('candidates', seat) }, ({ candidates }) => {
    if (call.act === 'person' && (call.kind === 'answer' || id === undefined || id.startsWith('+')))
      return onAnswer(person, call, whichPerson(seat, candidates, context), (chosen) =>
        withCandidate(person, seat, candidates, chosen, context, (one) =>
          askTerm(person, seat, one, context),
        ),
      );
    return withCandidate(person, seat, candidates, id, context, (one) => {
      if (call.act === 'person') return askTerm(person, seat, one, context);
      if (call.act === 'term') return takeTerm(person, call, seat, one, context);
      const wanted = termOf(term, seat);
      return wanted ? confirm(person, call, seat, one, wanted) : askTerm(person, seat, one, context);
    });
  });
}

const askPerson = (person: Person, seat: OpenSeat, context: Context): Turn =>
  ask({ candidates: read('candidates', seat) }, ({ candidates }) =>
    candidates.length === 0
      ? tell(person, [t('deputy:nobody')], [says('tasks')])
      : pose(person, whichPerson(seat, candidates, context)),
  );

function withCandidate(
  person: Person,
  seat: OpenSeat,
  candidates: readonly Candidate[],
  id: string | undefined,
  context: Context,
  goOn: (candidate: Candidate) => Turn,
): Turn {
  const found = candidates.find((one) => one.id === id);
  return found ? goOn(found) : askPerson(person, seat, context);
}

/** Somebody who holds the seat but cannot sign is stood in for in these reports alone. */
const askTerm = (person: Person, seat: OpenSeat, candidate: Candidate, context: Context): Turn =>
  isOnlyForThese(seat)
    ? pose(person, whether(seat, candidate, 'these'))
    : pose(person, untilWhen(seat, candidate, context));

const isOnlyForThese = ({ own, holders }: OpenSeat): boolean => !own && holders.length > 0;

function takeTerm(
  person: Person,
  call: Answering,
  seat: OpenSeat,
  candidate: Candidate,
  context: Context,
): Turn {
  const [, , tapped] = call.kind === 'act' ? aboutOf(call) : [];
  if (tapped === 'these' && !seat.own) return pose(person, whether(seat, candidate, 'these'));
  return onAnswer(person, call, untilWhen(seat, candidate, context), (date) => {
    const until = parseIsoDate(String(date));
    return until ? pose(person, whether(seat, candidate, until)) : askTerm(person, seat, candidate, context);
  });
}

function termOf(term: string | undefined, seat: OpenSeat): Term | undefined {
  if (term === 'these') return seat.own ? undefined : term;
  return isOnlyForThese(seat) ? undefined : parseIsoDate(term ?? '');
}

const confirm = (person: Person, call: Answering, seat: OpenSeat, candidate: Candidate, term: Term): Turn =>
  onAnswer(person, call, whether(seat, candidate, term), (yes) => {
    if (!yes) return tell(person, [t('deputy:notNamed')], [says('tasks')]);
    const { role, scope, centerName } = seat;
    return {
      person: withoutPrompt(person),
      intent: {
        ...{ kind: 'nameDeputy', seat: { role, scope, ...(centerName && { centerName }) }, to: candidate.id },
        term: term === 'these' ? { kind: 'these' } : { kind: 'until', until: term },
      },
    };
  });

export const deputy: Feature = {
  id: 'deputy',
  flow: deputyFlow,
  deeds: [nameDeputies],
  commands: { delegate: {} },
  startedBy: 'delegate',
  outcomes: ['nameDeputy'],
  notices: { namedDeputy: deputyNoticed, deputyNamed: officerNoticed },
  open: (parts) => ({ readers: deputyReaders(parts), performers: createDeputyWork(parts) }),
};
