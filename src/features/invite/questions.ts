import { areasNamed } from '../../kernel/area/named.ts';
import { areaPath } from '../../kernel/area/path.ts';
import type { ChoiceRow } from '../../kernel/ask/choose.ts';
import { oneOf } from '../../kernel/ask/oneOf.ts';
import type { Question } from '../../kernel/ask/question.ts';
import { yesNo } from '../../kernel/ask/yesNo.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { bindingText, nameText } from '../../kernel/roleText.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Binding, Role } from '../../programme/people/actor.ts';
import { areasAround, beforeArea, beforeFrom, type Invited, invitedPath, rolesFor } from './areas.ts';
import type { Holder } from './holder.ts';
import type { OpenInvite } from './openInvite.ts';

type Words = Pick<Context, 'wordings'>;

/** Stands for the codes that are open, where a role is asked for. */
export const openCodes = 'open';

/** Answered with a role, or with the wish to see the codes that are open. */
export const whichRole = (
  person: Person,
  open: readonly OpenInvite[],
  { wordings }: Words,
): Question<string> =>
  oneOf({
    ...{ flow: 'invite', act: 'role', wordings, heading: t('invite:whichRole') },
    rows: [
      ...rolesFor(person).map((role) => ({ id: role, name: t(`people:roles.${role}`) })),
      ...(open.length > 0
        ? [
            {
              id: openCodes,
              name: t('invite:openCodes'),
              note: t('invite:openCount', { count: open.length }),
            },
          ]
        : []),
    ],
  });

/** Which of the codes that are open? Answered with the code. */
export const whichCode = (open: readonly OpenInvite[], { wordings }: Words): Question<string> =>
  oneOf({
    ...{ flow: 'invite', act: 'open', wordings, heading: t('invite:openCodes') },
    rows: open.map((invite) => ({ id: invite.code, name: bindingText(invite), note: openText(invite) })),
    keep: { back: 'role' },
  });

/** Until when a code is open, and who made it. */
const openText = ({ code, expiresAt, by }: OpenInvite): Text =>
  t('invite:open', { code, until: { instant: expiresAt }, by: nameText(by) });

/** Asks once before a code is withdrawn. */
export const whetherWithdraw = (invite: OpenInvite): Question<boolean> =>
  yesNo({
    ...{ flow: 'invite', act: 'withdraw', of: invite.code, keep: { back: 'open' } },
    text: t('invite:askWithdraw', { who: bindingText(invite), open: openText(invite) }),
    ...{ yes: t('invite:withdraw'), no: t('invite:keepCode'), choices: t('invite:withdrawOrKeep') },
  });

/** Asks once before a code is made for a seat of one person that is taken; says whose it is. */
export function whetherSeat(
  person: Person,
  { role, scope, centerName }: Omit<Binding, 'since'>,
  [holder]: readonly Holder[],
): Question<boolean> {
  const who = bindingText({ role, scope, ...(centerName !== undefined && { centerName }) });
  const back = beforeFrom(person, role, scope);
  return yesNo({
    ...{
      flow: 'invite',
      act: 'seat',
      of: invitedPath({ role, area: scope }),
      ...(back && { keep: { back } }),
    },
    text: t('invite:seatHeld', { who, holder: nameText(holder?.name ?? '', t(`people:roles.${role}`)) }),
    ...{ yes: t('invite:giveCode'), no: t('invite:giveNone'), choices: t('invite:giveOrNot') },
  });
}

/** Answered with the path of an area. */
export function whichArea(
  person: Person,
  invited: Invited,
  rows: readonly ChoiceRow[],
  { wordings }: Words,
): Question<string> {
  const back = beforeArea(person, invited);
  return oneOf({
    ...{ flow: 'invite', act: 'area', of: invitedPath(invited), wordings, rows },
    heading: t('invite:whichArea', { who: t(`people:roles.${invited.role}`) }),
    // Its name with the title in front is none of the rows' names.
    alsoMeant: (text) => areasNamed(text, areasAround(person, invited)).map(areaPath),
    ...(back && { keep: { back } }),
  });
}

/** Stands for nobody where a person's id is asked for. */
export const nobody = '-';

/** Whose place the new one takes, where others have the role already. */
export function takesOverFrom(
  person: Person,
  { role, scope }: { readonly role: Role; readonly scope: Scope },
  holders: readonly Holder[],
  { wordings }: Words,
): Question<string> {
  const who = bindingText({ role, scope });
  const back = beforeFrom(person, role, scope);
  return oneOf({
    ...{ flow: 'invite', act: 'from', of: invitedPath({ role, area: scope }), wordings },
    heading: t('invite:takesOverFrom', { who }),
    rows: [
      { id: nobody, name: t('invite:fromNobody') },
      ...holders.map((holder) => ({ id: holder.person, name: nameText(holder.name, who) })),
    ],
    ...(back && { keep: { back } }),
  });
}
