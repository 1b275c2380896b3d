import { byName } from '../../kernel/ask/byName.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { actOfMore, type CenterQuestion, whichCenter } from '../../kernel/ask/whichCenter.ts';
import type { Call, Context, Flow, Needs } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { type Center, readCenterId } from '../../programme/center/center.ts';
import { capacities } from '../../programme/people/actor.ts';
import { newestReport } from '../assessment/rules/newestReport.ts';
import { showHistory } from './history.ts';
import { showLevel } from './show.ts';

/** `ระดับ`: the level card of a center of one's area; `ประวัติ`: its earlier years. */
export const levelFlow: Flow = {
  id: 'level',
  needs: (person, call) => {
    const scopes = scopesOf(person);
    const center = wantsHistory(call) ? centerKnown(person, call) : undefined;
    return { centersIn: scopes, ...(center ? { history: center } : { casesIn: scopes }) };
  },
  decide: (person, call, _event, context) => {
    if (scopesOf(person).length === 0) return notAllowed(person, t('level:who'));
    const history = wantsHistory(call);
    const which = whichCenter(person, call, questionFor(history, context), context);
    if (which.kind === 'said') return which.decision;
    if (!history) return showLevel(person, which.center, context);
    return showHistory(person, which.center, centerKnown(person, call) !== undefined, context);
  },
};

const scopesOf = (person: Person) => capacities(person.bindings, 'seeLevel').map(({ scope }) => scope);

function wantsHistory(call: Call): boolean {
  if (call.kind === 'command') return call.command === 'history';
  if (call.kind === 'event') return false;
  return (call.act === 'more' && call.kind === 'act' ? actOfMore(call.value) : call.act) === 'history';
}

/** The center as far as it is known before anything was read: it was tapped, or the person has only one. */
function centerKnown(person: Person, call: Call): Needs['history'] {
  if (call.kind === 'act' && call.act === 'history') return readCenterId(call.value ?? '');
  const [scope, ...others] = scopesOf(person);
  return scope?.kind === 'center' && others.length === 0 ? scope.center : undefined;
}

function questionFor(history: boolean, context: Context): CenterQuestion {
  const { centers, cases } = context.gathered;
  const reportOf = ({ id }: Center) => newestReport(cases, id, context.year)?.revision.report;
  const rank = (center: Center) => (reportOf(center) ? 0 : 1);
  return {
    flow: 'level',
    act: history ? 'history' : 'show',
    heading: history ? t('level:chooseHistory') : t('level:choose', { year: context.year }),
    centers: centers.toSorted((a, b) => rank(a) - rank(b) || byName(a, b)),
    note: (center) => {
      const report = reportOf(center);
      const { district } = center;
      if (!report) return t('level:rowNotAssessed', { district });
      return t('level:row', { total: report.total, level: report.level, district });
    },
    none: t('level:noCenters'),
  };
}
