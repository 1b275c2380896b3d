import { areaPath } from '../../kernel/area/path.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, aboutOf, keptBy, onAnswer, pose } from '../../kernel/ask/question.ts';
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
import type { FreezableArea } from '../../programme/report/freeze.ts';
import { freezeReports } from './deeds.ts';
import { freezeNoticed, liftNoticed } from './notices.ts';
import { freezeOutcome } from './outcome.ts';
import { createFreezeWork } from './perform.ts';
import {
  freezableAt,
  fromWhen,
  untilWhen,
  type Wanted,
  whether,
  whetherToLift,
  whichArea,
  why,
} from './questions.ts';
import { freezeReaders } from './reads.ts';
import { isLiftable, type Standing, showFreezes, standing } from './show.ts';
import { freezes } from './store.ts';

/** `ระงับ`: the reports of an area are readable and nothing else between two dates; and the end of that. */
const freezeFlow: Flow = {
  id: 'freeze',
  decide: (person, call, event, context) => {
    if (call.kind === 'event') return told(person, event);
    if (capacities(person.bindings, freezeReports).length === 0) return notAllowed(person, t('freeze:who'));
    return ask({ all: read('freezes') }, ({ all }) => {
      const standingNow = standing(all, context);
      if (call.kind !== 'command') return answered(person, call, standingNow, context);
      return standingNow.length > 0
        ? showFreezes(person, standingNow)
        : pose(person, whichArea(person, context));
    });
  },
};

function told(person: Person, event: InboundEvent): Turn {
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  return outcome?.of === 'freezeReports' || outcome?.of === 'liftFreeze'
    ? freezeOutcome(person, outcome)
    : { person };
}

function answered(person: Person, call: Answering, all: readonly Standing[], context: Context): Turn {
  const [path, first = '', second = ''] = aboutOf(call);
  if (call.act === 'area' && (call.kind === 'answer' || !freezableAt(person, path)))
    return onAnswer(person, call, whichArea(person, context), (chosen) => {
      const area = freezableAt(person, chosen);
      return area ? pose(person, fromWhen(area, context)) : pose(person, whichArea(person, context));
    });
  const area = freezableAt(person, path);
  if (!area) return pose(person, whichArea(person, context));
  const [from, until] = [parseIsoDate(first), parseIsoDate(second)];
  switch (call.act) {
    case 'area':
      return pose(person, fromWhen(area, context));
    case 'from':
      return onAnswer(person, call, fromWhen(area, context), (date) => {
        const begins = parseIsoDate(String(date));
        return pose(person, begins ? untilWhen(area, begins, context) : fromWhen(area, context));
      });
    case 'until':
      if (!from) return pose(person, fromWhen(area, context));
      return onAnswer(person, call, untilWhen(area, from, context), (date) => {
        const ends = parseIsoDate(String(date));
        return pose(
          person,
          ends ? why({ area, from, until: ends }, context) : untilWhen(area, from, context),
        );
      });
    case 'reason':
    case 'confirm':
      if (!from || !until) return pose(person, fromWhen(area, context));
      return call.act === 'reason'
        ? onAnswer(person, call, why({ area, from, until }, context), (reason) =>
            askOnce(person, { area, from, until, reason: String(reason) }),
          )
        : confirmed(person, call, { area, from, until }, context);
    default:
      return lift(person, call, area, all);
  }
}

const askOnce = (person: Person, wanted: Wanted): Turn =>
  ask({ count: read('reportsBegun', wanted.area) }, ({ count }) => pose(person, whether(wanted, count)));

function confirmed(person: Person, call: Answering, dates: Omit<Wanted, 'reason'>, context: Context): Turn {
  return ask({ count: read('reportsBegun', dates.area) }, ({ count }) => {
    const reason = keptBy(person, whether({ ...dates, reason: '' }, count))?.reason;
    // By an old button: its reason is asked anew.
    if (reason === undefined) return pose(person, why(dates, context));
    return onAnswer(person, call, whether({ ...dates, reason }, count), (yes) =>
      yes
        ? { person: withoutPrompt(person), intent: { kind: 'freezeReports', ...dates, reason } }
        : tell(person, [t('freeze:notFrozen')], [says('freeze')]),
    );
  });
}

function lift(person: Person, call: Answering, area: FreezableArea, all: readonly Standing[]): Turn {
  const found = all.find((one) => areaPath(one.area) === areaPath(area));
  if (!found || !isLiftable(person, found)) return showFreezes(person, all, [t('freeze:cannotLift')]);
  if (call.act !== 'liftYes') return pose(person, whetherToLift(area));
  return onAnswer(person, call, whetherToLift(area), (yes) =>
    yes
      ? { person: withoutPrompt(person), intent: { kind: 'liftFreeze', area } }
      : tell(person, [t('freeze:notLifted')], [says('freeze')]),
  );
}

export const freeze: Feature = {
  id: 'freeze',
  flow: freezeFlow,
  deeds: [freezeReports],
  commands: { freeze: {} },
  buttons: [t('freeze:another')],
  startedBy: 'freeze',
  stores: { freezes },
  outcomes: ['freezeReports', 'liftFreeze'],
  notices: { reportsFrozen: freezeNoticed, freezeLifted: liftNoticed },
  open: (parts) => ({ readers: freezeReaders(parts), performers: createFreezeWork(parts) }),
};
