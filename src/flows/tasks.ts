import { capacities } from '../domain/actor.ts';
import type { Scope } from '../domain/areas.ts';
import { chooseReply } from './choose.ts';
import type { Context, Decision, Flow } from './flow.ts';
import { notSubmitted } from './owed.ts';
import type { Person } from './person.ts';
import { settled } from './prompt.ts';
import { type Option, type Text, t } from './reply.ts';
import { areaTitle } from './summary/area.ts';
import { notDone, wholeOf } from './summary/card.ts';

/** `งานค้าง`: what this person still owes this year, each with a button that starts it. */
export const tasksFlow: Flow = {
  id: 'tasks',
  needs: (person) => {
    const own = scopesOf(person, 'assess');
    const seen = scopesOf(person, 'seeSummary');
    const districts = seen.filter(({ kind }) => kind === 'district');
    return { centersIn: [...own, ...districts], casesIn: own, progress: true, standings: seen };
  },
  decide: (person, call, _event, context) => {
    const owed = notSubmitted(person, context);
    if (owed.length === 0) return nothingOwed(person, context);
    return chooseReply(person, {
      flow: 'assess',
      act: 'choose',
      heading: t('tasks:toAssess', { count: owed.length, year: context.year }),
      rows: owed,
      page: call.kind === 'act' ? Number(call.value) : 0,
      more: (page) => ({ kind: 'act', flow: 'tasks', act: 'more', value: String(page) }),
    });
  },
};

const scopesOf = (person: Person, deed: 'assess' | 'seeSummary'): readonly Scope[] =>
  capacities(person.bindings, deed).map(({ scope }) => scope);

/** Nothing waits; who oversees others sees who is not done. */
function nothingOwed(person: Person, context: Context): Decision {
  const seen = scopesOf(person, 'seeSummary');
  const summary: Option = { label: t('commands:summary'), tap: { kind: 'say' } };
  return {
    person: settled(person),
    reply: {
      messages: [
        { kind: 'text', text: [t('tasks:none'), ...seen.flatMap((area) => progressOf(area, context))] },
      ],
      ...(seen.length > 0 ? { options: [summary] } : {}),
    },
  };
}

function progressOf(area: Scope, { year, gathered: { standings, centers } }: Context): readonly Text[] {
  const whole = wholeOf({ area, standings });
  const late = notDone({ area, year, standings, centers });
  if (!whole) return [];
  const { assessed, centers: of } = whole;
  return [t('tasks:progress', { area: areaTitle(area), assessed, of }), ...(late ? [late] : [])];
}
