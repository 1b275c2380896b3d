import { areaPath } from '../../kernel/area/path.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, aboutOf, onAnswer, pose } from '../../kernel/ask/question.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { centerNotFound } from '../../kernel/ask/whichCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import { type Feature, says } from '../../kernel/feature.ts';
import type { Context, Flow } from '../../kernel/flow.ts';
import type { OutcomeOf } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import { bindingText } from '../../kernel/roleText.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { PersonId } from '../../programme/ids.ts';
import { capacities, isSingleSeat, type Role, scopeKindOf } from '../../programme/people/actor.ts';
import { areaRows, areasOfCenters, type Invited, invitedAt, onlyArea, rolesFor } from './areas.ts';
import { inviteOthers } from './deeds.ts';
import type { Holder } from './holder.ts';
import type { OpenInvite } from './openInvite.ts';
import { createInviting, createWithdrawing } from './perform.ts';
import {
  nobody,
  openCodes,
  takesOverFrom,
  whetherSeat,
  whetherWithdraw,
  whichArea,
  whichCode,
  whichRole,
} from './questions.ts';
import { inviteReaders } from './reads.ts';

/** `ออกรหัสเชิญ`: a one-time code for a role in an area of one's own; those that are open can be withdrawn. */
export const inviteFlow: Flow = {
  id: 'invite',
  decide: (person, call, _event, context) => {
    if (call.kind === 'event') return outcomeOf(person, call.event);
    if (capacities(person.bindings, inviteOthers).length === 0) return notAllowed(person, t('invite:who'));
    if (call.kind !== 'command') return answered({ person, context }, call);
    const [only, ...others] = rolesFor(person);
    return only && others.length === 0
      ? askArea({ person, context }, { role: only })
      : askRole({ person, context });
  },
};

type At = { readonly person: Person; readonly context: Context };

/** Goes on with the codes that are open. */
const withOpen = ({ context }: At, goOn: (open: readonly OpenInvite[]) => Turn): Turn =>
  ask({ open: read('openInvites', context.now) }, ({ open }) => goOn(open));

const askRole = (at: At): Turn =>
  withOpen(at, (open) => pose(at.person, whichRole(at.person, open, at.context)));

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
  if (call.act === 'seat' && post)
    return withHolders(at, post, (holders, center) =>
      onAnswer(person, call, whetherSeat(person, named(post, center), holders), (yes) =>
        yes ? invitation(person, post) : tellInviter(person, t('invite:notGiven')),
      ),
    );
  return withOpen(at, (open) => {
    if (call.act === 'open' || call.act === 'withdraw') return openCode(at, call, open);
    return onAnswer(person, call, whichRole(person, open, context), (role) =>
      role === openCodes ? pose(person, whichCode(open, context)) : goOn(at, role),
    );
  });
}

/** One of the codes that are open, and whether to withdraw it. */
function openCode({ person, context }: At, call: Answering, open: readonly OpenInvite[]): Turn {
  const inviteOf = (code: string | undefined) => open.find((invite) => invite.code === code);
  const gone = () => tellInviter(person, t('invite:noneOpen'));
  if (call.act === 'withdraw') {
    const invite = inviteOf(aboutOf(call)[0]);
    if (!invite) return gone();
    return onAnswer(person, call, whetherWithdraw(invite), (yes) =>
      yes
        ? { person: withoutPrompt(person), intent: { kind: 'withdrawInvite', code: invite.code } }
        : tellInviter(person, t('invite:kept')),
    );
  }
  if (open.length === 0) return gone();
  return onAnswer(person, call, whichCode(open, context), (code) => {
    const invite = inviteOf(code);
    return invite ? pose(person, whetherWithdraw(invite)) : gone();
  });
}

/** Asks what is not known yet; from the beginning where it is nothing that this person may invite to. */
function goOn(at: At, path: string): Turn {
  const invited = invitedAt(at.person, path);
  return invited ? askArea(at, invited) : askRole(at);
}

/** Asks for the area only where there is a choice. */
function askArea(at: At, invited: Invited): Turn {
  const { person, context } = at;
  return withRows(person, invited, (rows) => {
    const scope = onlyArea(invited, rows);
    if (scope) return give(at, { role: invited.role, scope });
    return rows.length > 0
      ? pose(person, whichArea(person, invited, rows, context))
      : tellInviter(person, t('invite:noCenters'));
  });
}

/** The next invitation is the way on. */
const tellInviter = (person: Person, text: Text): Decision => tell(person, [text], [says('invite')]);

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

/**
 * Gives the code; where others have the role already, it is asked whose place is taken, and of a seat of one person
 * whether to take it.
 */
const give = (at: At, post: Post): Turn =>
  withHolders(at, post, (holders, center) => {
    const { person, context } = at;
    if (holders.length === 0) return invitation(person, post);
    return isSingleSeat(post.role)
      ? pose(person, whetherSeat(person, named(post, center), holders))
      : pose(person, takesOverFrom(person, post, holders, context));
  });

/** Goes on with who has the role there; a center has to be in the registry. */
function withHolders(
  { person }: At,
  { role, scope }: Post,
  goOn: (holders: readonly Holder[], center?: Center) => Turn,
): Turn {
  const withCenter = (center?: Center) =>
    ask({ holders: read('roleHolders', role, scope) }, ({ holders }) => goOn(holders, center));
  if (scope.kind !== 'center') return withCenter();
  return withCenters([scope], ([center]) => (center ? withCenter(center) : centerNotFound(person, [])));
}

/** A post as it is called, with the name of its center. */
const named = (post: Post, center: Center | undefined) => ({
  ...post,
  ...(center && { centerName: center.name }),
});

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
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  if (outcome?.of !== 'invite' && outcome?.of !== 'withdrawInvite') return { person };
  const { scope } = outcome;
  return withCenters(scope.kind === 'center' ? [scope] : [], ([center]) =>
    outcome.of === 'invite' ? given(person, outcome, center) : withdrawn(person, outcome, center),
  );
}

/** A text to forward, then the code alone so that it can be copied. */
function given(person: Person, invited: OutcomeOf<'invite'>, center: Center | undefined): Decision {
  const { code, expiresAt, bot } = invited;
  const { role, scope } = invited;
  const who = bindingText(named({ role, scope }, center));
  const add = bot ? t('invite:addBot', { bot }) : t('invite:addSharedBot');
  const text = [t('invite:forward', { who }), add, t('invite:until', { until: { instant: expiresAt } })];
  const open: Option = {
    label: t('invite:openCodes'),
    tap: { kind: 'act', flow: 'invite', act: 'role', value: openCodes },
  };
  return {
    person: withoutPrompt(person),
    reply: {
      messages: [
        { kind: 'text', text, alone: true },
        { kind: 'text', text: [said(code)], alone: true },
      ],
      options: [says('invite'), open, toMenu],
    },
    audits: [{ did: 'invited', record: recordOf({ role, scope }), scope }],
  };
}

function withdrawn(
  person: Person,
  { role, scope, result }: OutcomeOf<'withdrawInvite'>,
  center: Center | undefined,
): Decision {
  const who = bindingText(named({ role, scope }, center));
  if (result.kind === 'withdrawn')
    return {
      ...tellInviter(person, t('invite:withdrawn', { who })),
      audits: [{ did: 'withdrewInvite', record: recordOf({ role, scope }), scope }],
    };
  return tellInviter(
    person,
    t(result.kind === 'used' ? 'invite:usedMeanwhile' : 'invite:overMeanwhile', { who }),
  );
}

const recordOf = ({ role, scope }: Post): string => `invite:${role}:${areaPath(scope)}`;

export const invite: Feature = {
  id: 'invite',
  flow: inviteFlow,
  deeds: [inviteOthers],
  commands: { invite: {} },
  menu: [{ command: 'invite', place: 120, deed: inviteOthers }],
  startedBy: 'invite',
  buttons: [
    ...[t('invite:withdraw'), t('invite:keepCode'), t('invite:openCodes')],
    ...[t('invite:giveCode'), t('invite:giveNone')],
  ],
  outcomes: ['invite', 'withdrawInvite'],
  open: (parts) => ({
    readers: inviteReaders(parts.store),
    performers: { invite: createInviting(parts), withdrawInvite: createWithdrawing(parts.store) },
  }),
};
