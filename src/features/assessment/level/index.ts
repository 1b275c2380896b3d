import { byName } from '../../../kernel/ask/byName.ts';
import { notAllowed } from '../../../kernel/ask/notAllowed.ts';
import { aboutOf } from '../../../kernel/ask/question.ts';
import { type CenterQuestion, whichCenter } from '../../../kernel/ask/whichCenter.ts';
import { ask } from '../../../kernel/asking.ts';
import { readYear } from '../../../kernel/centerYear.ts';
import type { Feature } from '../../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../../kernel/flow.ts';
import type { Person } from '../../../kernel/person.ts';
import { read } from '../../../kernel/reads.ts';
import { t } from '../../../kernel/reply.ts';
import { type Center, readCenterId } from '../../../programme/center/center.ts';
import type { CenterId } from '../../../programme/ids.ts';
import { capacities } from '../../../programme/people/actor.ts';
import { seeLevel } from '../deeds.ts';
import type { AssessmentCase } from '../rules/assessmentCase.ts';
import { officialReport } from '../rules/newestReport.ts';
import { showChanges } from './changes.ts';
import { showHistory } from './history.ts';
import { showLevel } from './show.ts';
import { totalOf } from './total.ts';

/** `ระดับ`: the level card of a center of one's area; `ประวัติ`: its earlier years; `อะไรเปลี่ยน`: since the last. */
export const levelFlow: Flow = {
  id: 'level',
  decide: (person, call, _event, present) => {
    // A summary of another year leads to its cards.
    const of = call.kind === 'act' || call.kind === 'answer' ? readYear(aboutOf(call)[0]) : undefined;
    const context = of === undefined ? present : { ...present, year: of };
    const scopes = scopesOf(person);
    if (scopes.length === 0) return notAllowed(person, t('level:who'));
    const view = viewOf(call);
    const known = view === 'history' ? centerKnown(person, call) : undefined;
    const wants = {
      centers: read('centersIn', scopes),
      cases: known ? read('assessmentsOf', known) : read('assessmentsIn', scopes, context.year),
    };
    return ask(wants, ({ centers, cases }) => {
      const question = {
        ...questionFor(view, centers, cases, context),
        ...(of !== undefined && { of: String(of) }),
      };
      return whichCenter(person, call, question, context, (center) => {
        switch (view) {
          case 'show':
            return showLevel(person, center, cases, context, present.year);
          case 'history':
            return showHistory(person, center, { cases, complete: known !== undefined }, context);
          case 'changes':
            return showChanges(person, center, cases, context);
          default:
            return view satisfies never;
        }
      });
    });
  },
};

const scopesOf = (person: Person) => capacities(person.bindings, seeLevel).map(({ scope }) => scope);

/** What is shown of a center; also the act of its buttons. */
type View = 'show' | 'history' | 'changes';

function viewOf(call: Call): View {
  const name = call.kind === 'command' ? call.command : call.kind === 'event' ? undefined : call.act;
  if (name === 'history') return 'history';
  return name === 'changes' ? 'changes' : 'show';
}

/** The center as far as it is known before anything was read: it was tapped, or the person has only one. */
function centerKnown(person: Person, call: Call): CenterId | undefined {
  if (call.kind === 'act' && call.act === 'history') return readCenterId(call.value ?? '');
  const [scope, ...others] = scopesOf(person);
  return scope?.kind === 'center' && others.length === 0 ? scope.center : undefined;
}

function questionFor(
  view: View,
  centers: readonly Center[],
  cases: readonly AssessmentCase[],
  { year, features }: Context,
): CenterQuestion {
  const reportOf = ({ id }: Center) => officialReport(cases, id, year);
  const rank = (center: Center) => (reportOf(center) ? 0 : 1);
  return {
    flow: 'level',
    act: view,
    heading: view === 'history' ? t('level:chooseHistory') : t('level:choose', { year }),
    centers: centers.toSorted((a, b) => rank(a) - rank(b) || byName(a, b)),
    note: (center) => {
      const report = reportOf(center);
      const { district } = center;
      if (!report) return t('level:rowNotAssessed', { district });
      return t('level:row', { ...totalOf(report, features), district });
    },
    none: t('level:noCenters'),
  };
}

export const level: Feature = {
  id: 'level',
  flow: levelFlow,
  commands: {
    level: { takesRest: 'name' },
    history: { takesRest: 'name' },
    changes: { takesRest: 'name' },
  },
  menu: [{ command: 'level', place: 40, deed: seeLevel }],
  startedBy: 'level',
};
