import { areaPath } from '../../kernel/area/path.ts';
import { chooseReply, readChosen } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { missesOf, settled } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { centerNotFound } from '../../kernel/ask/whichCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Wordings } from '../../kernel/commands.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { said, t } from '../../kernel/reply.ts';
import { bindingText, nameText } from '../../kernel/roleText.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { PersonId } from '../../programme/ids.ts';
import { capacities, isSingleSeat, type Role, scopeKindOf } from '../../programme/people/actor.ts';
import { inviteLife } from '../../programme/people/invite.ts';
import type { Holder } from './found.ts';
import { createInviting } from './perform.ts';
import { roleHolderReaders } from './reads.ts';
import {
  type AreaQuestion,
  areaRows,
  beforeArea,
  beforeFrom,
  type InviteStep,
  inviteStep,
  roleRows,
  textOf,
} from './step.ts';

const dayMs = 24 * 3600 * 1000;

/** `ออกรหัสเชิญ`: a one-time code for a role in an area of one's own. */
export const inviteFlow: Flow = {
  id: 'invite',
  decide: (person, call, _event, { wordings }) => {
    if (call.kind === 'event') return outcomeOf(person, call.event);
    if (capacities(person.bindings, 'invite').length === 0) return notAllowed(person, t('invite:who'));
    const step = inviteStep(person, call, wordings, []);
    return withCenters(areasOf(step), (centers) =>
      decideStep(person, inviteStep(person, call, wordings, centers), centers, wordings),
    );
  },
};

/** Goes on with the centers of these areas. */
const withCenters = (areas: readonly Scope[], goOn: (centers: readonly Center[]) => Turn): Turn =>
  areas.length === 0 ? goOn([]) : ask({ centers: read('centersIn', areas) }, ({ centers }) => goOn(centers));

/** Where the centers are among which a step chooses. */
function areasOf(step: InviteStep): readonly Scope[] {
  if (step.kind === 'give') return centerOnly(step.scope);
  const ofCenter = step.kind === 'area' && scopeKindOf[step.role] === 'center';
  return ofCenter ? step.under.filter(({ kind }) => kind !== 'nation') : [];
}

const centerOnly = (scope: Scope): readonly Scope[] => (scope.kind === 'center' ? [scope] : []);

function decideStep(person: Person, step: InviteStep, centers: readonly Center[], wordings: Wordings): Turn {
  switch (step.kind) {
    case 'role': {
      const rows = roleRows(person);
      const heading = t('invite:whichRole');
      return chooseReply(person, { flow: 'invite', act: 'role', heading, rows, misses: step.misses });
    }
    case 'area':
      return askArea(person, step, centers);
    case 'give': {
      const { role, scope } = step;
      const exists = scope.kind !== 'center' || centers.some(({ id }) => id === scope.center);
      if (!exists) return centerNotFound(person);
      if (isSingleSeat(role)) return give(person, step, [], wordings);
      return ask({ holders: read('roleHolders', role, scope) }, ({ holders }) =>
        give(person, step, holders, wordings),
      );
    }
    default:
      return step satisfies never;
  }
}

/** Gives the code; where others have the role already, it is asked whose place is taken. */
function give(
  person: Person,
  { role, scope, from }: Extract<InviteStep, { kind: 'give' }>,
  holders: readonly Holder[],
  wordings: Wordings,
): Decision {
  const invite = (takesOverFrom?: PersonId): Decision => ({
    person: settled(person),
    intent: { kind: 'invite', role, scope, ...(takesOverFrom ? { takesOverFrom } : {}) },
  });
  if (holders.length === 0) return invite();
  const area = `${role}/${areaPath(scope)}`;
  const rows = [
    { id: `${area}|${nobody}`, name: t('invite:fromNobody') },
    ...holders.map((holder) => ({
      id: `${area}|${holder.person}`,
      name: nameText(holder.name, bindingText({ role, scope })),
    })),
  ];
  const typed = from?.kind === 'typed' ? from.call : undefined;
  const chosen = typed && readChosen(textOf(typed), typed.data, rows, wordings);
  const id = from?.kind === 'id' ? from.id : chosen?.kind === 'one' ? chosen.id.slice(area.length + 1) : '';
  const back = beforeFrom(person, role, scope);
  const holder = holders.find((each) => each.person === id);
  if (holder || id === nobody) return invite(holder?.person);
  return chooseReply(person, {
    flow: 'invite',
    act: 'from',
    heading: t('invite:takesOverFrom', { who: bindingText({ role, scope }) }),
    rows,
    page: id.startsWith('+') ? Number(id) : 0,
    misses: typed ? missesOf(typed.data) + 1 : 0,
    more: (page) => ({ kind: 'act', flow: 'invite', act: 'from', value: `${area}|+${page}` }),
    keep: { area, ...(back && { back }) },
  });
}

const nobody = '-';

function askArea(person: Person, question: AreaQuestion, centers: readonly Center[]): Decision {
  const { role, under, page, misses, meant } = question;
  const rows = meant ?? areaRows(role, under, centers);
  if (rows.length === 0) {
    return {
      person: settled(person),
      reply: { messages: [{ kind: 'text', text: [t('invite:noCenters')] }], options: [toMenu] },
    };
  }
  const back = beforeArea(person, question);
  const paths = under.map(areaPath).join(' ');
  return chooseReply(person, {
    flow: 'invite',
    act: 'area',
    heading: t('invite:whichArea', { who: t(`people:roles.${role}`) }),
    rows,
    page,
    misses,
    keep: { role, under: paths, ...(back && { back }) },
    more: (next) => ({ kind: 'act', flow: 'invite', act: 'more', value: `${role} ${next} ${paths}` }),
  });
}

/** What became of an invitation, with the name of the center that it is for. */
function outcomeOf(person: Person, event: InboundEvent): Turn {
  if (event.kind !== 'outcome' || event.outcome.of !== 'invite') return { person };
  const { code, role, scope } = event.outcome;
  return withCenters(centerOnly(scope), ([center]) => given(person, { code, role, scope }, center));
}

/** The code, alone in its own message so that it can be passed on. */
function given(
  person: Person,
  { code, role, scope }: { readonly code: string; readonly role: Role; readonly scope: Scope },
  center: Center | undefined,
): Decision {
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

export const invite: Feature = {
  id: 'invite',
  flow: inviteFlow,
  commands: { invite: {} },
  menu: [{ command: 'invite', place: 120, deed: 'invite' }],
  startedBy: 'invite',
  outcomes: ['invite'],
  open: ({ store, entropy }) => ({
    readers: roleHolderReaders(store),
    performers: { invite: createInviting(store, entropy) },
  }),
};
