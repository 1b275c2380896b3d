import { capacities, scopeKindOf } from '../domain/actor.ts';
import type { Scope } from '../domain/areas.ts';
import { inviteLife } from '../domain/invite.ts';
import { areaPath } from './areaPath.ts';
import { chooseReply } from './choose.ts';
import type { InboundEvent } from './event.ts';
import type { Context, Decision, Flow } from './flow.ts';
import { type AreaQuestion, areaRows, type InviteStep, inviteStep, roleRows } from './inviteStep.ts';
import { notAllowed } from './notAllowed.ts';
import { bindingText } from './people/roleText.ts';
import type { Person } from './person.ts';
import { settled } from './prompt.ts';
import { said, t } from './reply.ts';
import { centerNotFound } from './whichCenter.ts';

const dayMs = 24 * 3600 * 1000;

/** `ออกรหัสเชิญ`: a one-time code for a role in an area of one's own. */
export const inviteFlow: Flow = {
  id: 'invite',
  needs: (person, call, { wordings }) => ({
    centersIn:
      call.kind === 'event' ? areasOfOutcome(call.event) : areasOf(inviteStep(person, call, wordings, [])),
  }),
  decide: (person, call, _event, context) => {
    if (call.kind === 'event') return outcomeOf(person, call.event, context);
    if (capacities(person.bindings, 'invite').length === 0) return notAllowed(person, t('invite:who'));
    return decideStep(person, inviteStep(person, call, context.wordings, context.gathered.centers), context);
  },
};

function areasOfOutcome(event: InboundEvent): readonly Scope[] {
  return event.kind === 'outcome' && event.outcome.of === 'invite' ? centerOnly(event.outcome.scope) : [];
}

/** Where the centers are among which a step chooses. */
function areasOf(step: InviteStep): readonly Scope[] {
  if (step.kind === 'give') return centerOnly(step.scope);
  const ofCenter = step.kind === 'area' && scopeKindOf[step.role] === 'center';
  return ofCenter ? step.under.filter(({ kind }) => kind !== 'nation') : [];
}

const centerOnly = (scope: Scope): readonly Scope[] => (scope.kind === 'center' ? [scope] : []);

function decideStep(person: Person, step: InviteStep, context: Context): Decision {
  switch (step.kind) {
    case 'role': {
      const rows = roleRows(person);
      const heading = t('invite:whichRole');
      return chooseReply(person, { flow: 'invite', act: 'role', heading, rows, misses: step.misses });
    }
    case 'area':
      return askArea(person, step, context);
    case 'give': {
      const { role, scope } = step;
      const exists =
        scope.kind !== 'center' || context.gathered.centers.some(({ id }) => id === scope.center);
      return exists
        ? { person: settled(person), intent: { kind: 'invite', role, scope } }
        : centerNotFound(person);
    }
    default:
      return step satisfies never;
  }
}

function askArea(
  person: Person,
  { role, under, page, misses, meant }: AreaQuestion,
  { gathered }: Context,
): Decision {
  const rows = meant ?? areaRows(role, under, gathered.centers);
  if (rows.length === 0) {
    return {
      person: settled(person),
      reply: { messages: [{ kind: 'text', text: [t('invite:noCenters')] }] },
    };
  }
  const paths = under.map(areaPath).join(' ');
  return chooseReply(person, {
    flow: 'invite',
    act: 'area',
    heading: t('invite:whichArea', { who: t(`people:roles.${role}`) }),
    rows,
    page,
    misses,
    keep: { role, under: paths },
    more: (next) => ({ kind: 'act', flow: 'invite', act: 'more', value: `${role} ${next} ${paths}` }),
  });
}

/** The code, alone in its own message so that it can be passed on. */
function outcomeOf(person: Person, event: InboundEvent, { gathered }: Context): Decision {
  if (event.kind !== 'outcome' || event.outcome.of !== 'invite') return { person };
  const { code, role, scope } = event.outcome;
  const center = gathered.centers.find(({ id }) => scope.kind === 'center' && id === scope.center);
  const who = bindingText({ role, scope, ...(center ? { centerName: center.name } : {}) });
  return {
    person: settled(person),
    reply: {
      messages: [
        { kind: 'text', text: [t('invite:given', { who, days: inviteLife / dayMs })] },
        { kind: 'text', text: [said(code)] },
      ],
    },
    audits: [{ did: 'invited', record: `invite:${role}:${areaPath(scope)}`, scope }],
  };
}
