import { areaPath } from '../../kernel/area/path.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, aboutOf, onAnswer, pose } from '../../kernel/ask/question.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { centerNotFound } from '../../kernel/ask/whichCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { said, t } from '../../kernel/reply.ts';
import { bindingText } from '../../kernel/roleText.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { PersonId } from '../../programme/ids.ts';
import { capacities, isSingleSeat, type Role, scopeKindOf } from '../../programme/people/actor.ts';
import { inviteLife } from '../../programme/people/invite.ts';
import { areaRows, areasOfCenters, type Invited, invitedAt, onlyArea, rolesFor } from './areas.ts';
import { inviteOthers } from './deeds.ts';
import type { Holder } from './holder.ts';
import { createInviting } from './perform.ts';
import { nobody, takesOverFrom, whichArea, whichRole } from './questions.ts';
import { roleHolderReaders } from './reads.ts';

const dayMs = 24 * 3600 * 1000;

/** `ออกรหัสเชิญ`: a one-time code for a role in an area of one's own. */
export const inviteFlow: Flow = {
  id: 'invite',
  decide: (person, call, _event, context) => {
    if (call.kind === 'event') return outcomeOf(person, call.event);
    if (capacities(person.bindings, inviteOthers).length === 0) return notAllowed(person, t('invite:who'));
    if (call.kind !== 'command') return answered({ person, context }, call);
    const [only, ...others] = rolesFor(person);
    return only && others.length === 0
      ? askArea({ person, context }, { role: only })
      : pose(person, whichRole(person, context));
  },
};

type At = { readonly person: Person; readonly context: Context };

/** The role, the area in which, and whose place is taken, one after the other. */
function answered(at: At, call: Answering): Turn {
  const { person, context } = at;
  const invited = invitedAt(person, aboutOf(call)[0]);
  if (call.act === 'area' && invited)
    return withRows(person, invited, (rows) =>
      onAnswer(person, call, whichArea(person, invited, rows, context), (path) =>
        goOn(at, `${invited.role}/${path}`),
      ),
    );
  const post = invited && postOf(invited);
  if (call.act === 'from' && post)
    return withHolders(at, post, (holders) => takenFrom(at, call, post, holders));
  return onAnswer(person, call, whichRole(person, context), (role) => goOn(at, role));
}

/** Asks what is not known yet; from the beginning where it is nothing that this person may invite to. */
function goOn(at: At, path: string): Turn {
  const { person, context } = at;
  const invited = invitedAt(person, path);
  return invited ? askArea(at, invited) : pose(person, whichRole(person, context));
}

/** Asks for the area only where there is a choice. */
function askArea(at: At, invited: Invited): Turn {
  const { person, context } = at;
  return withRows(person, invited, (rows) => {
    const scope = onlyArea(invited, rows);
    if (scope) return give(at, { role: invited.role, scope });
    return rows.length > 0 ? pose(person, whichArea(person, invited, rows, context)) : noCenters(person);
  });
}

const noCenters = (person: Person): Decision => ({
  person: withoutPrompt(person),
  reply: { messages: [{ kind: 'text', text: [t('invite:noCenters')] }], options: [toMenu] },
});

/** Goes on with the areas to choose from. */
const withRows = (
  person: Person,
  invited: Invited,
  goOn: (rows: ReturnType<typeof areaRows>) => Turn,
): Turn =>
  withCenters(areasOfCenters(person, invited), (centers) => goOn(areaRows(person, invited, centers)));

/** Goes on with the centers of these areas. */
const withCenters = (areas: readonly Scope[], goOn: (centers: readonly Center[]) => Turn): Turn =>
  areas.length === 0 ? goOn([]) : ask({ centers: read('centersIn', areas) }, ({ centers }) => goOn(centers));

/** A role in an area of its kind. */
type Post = { readonly role: Role; readonly scope: Scope };

const postOf = ({ role, area }: Invited): Post | undefined =>
  area?.kind === scopeKindOf[role] ? { role, scope: area } : undefined;

/** Gives the code; where others have the role already, it is asked whose place is taken. */
const give = (at: At, post: Post): Turn =>
  withHolders(at, post, (holders) =>
    holders.length === 0
      ? invitation(at.person, post)
      : pose(at.person, takesOverFrom(at.person, post, holders, at.context)),
  );

/** Goes on with who has the role there, where several can; a center has to be in the registry. */
function withHolders(
  { person }: At,
  { role, scope }: Post,
  goOn: (holders: readonly Holder[]) => Turn,
): Turn {
  if (scope.kind === 'center')
    return withCenters([scope], ([center]) => (center ? goOn([]) : centerNotFound(person)));
  if (isSingleSeat(role)) return goOn([]);
  return ask({ holders: read('roleHolders', role, scope) }, ({ holders }) => goOn(holders));
}

/** Somebody who does not hold the role there is nobody to take over from. */
function takenFrom({ person, context }: At, call: Answering, post: Post, holders: readonly Holder[]): Turn {
  const question = takesOverFrom(person, post, holders, context);
  return onAnswer(person, call, question, (id) => {
    const holder = holders.find((each) => each.person === id);
    return holder || id === nobody ? invitation(person, post, holder?.person) : pose(person, question);
  });
}

const invitation = (person: Person, post: Post, from?: PersonId): Decision => ({
  person: withoutPrompt(person),
  intent: { kind: 'invite', ...post, ...(from && { takesOverFrom: from }) },
});

/** What became of an invitation, with the name of the center that it is for. */
function outcomeOf(person: Person, event: InboundEvent): Turn {
  if (event.kind !== 'outcome' || event.outcome.of !== 'invite') return { person };
  const { code, role, scope } = event.outcome;
  return withCenters(scope.kind === 'center' ? [scope] : [], ([center]) =>
    given(person, { code, role, scope }, center),
  );
}

/** The code, alone in its own message so that it can be passed on. */
function given(
  person: Person,
  { code, role, scope }: { readonly code: string; readonly role: Role; readonly scope: Scope },
  center: Center | undefined,
): Decision {
  const who = bindingText({ role, scope, ...(center ? { centerName: center.name } : {}) });
  return {
    person: withoutPrompt(person),
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
  deeds: [inviteOthers],
  commands: { invite: {} },
  menu: [{ command: 'invite', place: 120, deed: inviteOthers }],
  startedBy: 'invite',
  outcomes: ['invite'],
  open: ({ store, entropy }) => ({
    readers: roleHolderReaders(store),
    performers: { invite: createInviting(store, entropy) },
  }),
};
