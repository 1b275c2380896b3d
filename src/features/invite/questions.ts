import { areasNamed } from '../../kernel/area/named.ts';
import { areaPath } from '../../kernel/area/path.ts';
import type { ChoiceRow } from '../../kernel/ask/choose.ts';
import { oneOf } from '../../kernel/ask/oneOf.ts';
import type { Question } from '../../kernel/ask/question.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { bindingText, nameText } from '../../kernel/roleText.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Role } from '../../programme/people/actor.ts';
import { areasAround, beforeArea, beforeFrom, type Invited, invitedPath, rolesFor } from './areas.ts';
import type { Holder } from './holder.ts';

type Words = Pick<Context, 'wordings'>;

export const whichRole = (person: Person, { wordings }: Words): Question<string> =>
  oneOf({
    ...{ flow: 'invite', act: 'role', wordings, heading: t('invite:whichRole') },
    rows: rolesFor(person).map((role) => ({ id: role, name: t(`people:roles.${role}`) })),
  });

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
