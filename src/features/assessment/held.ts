import { carried } from '../../kernel/ask/question.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, said, t } from '../../kernel/reply.ts';
import { officerName } from '../../kernel/roleText.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';

/** A center whose draft a colleague has: who, and the offer to take it over. */
export function heldBy(
  person: Person,
  { id, name: center, district }: Center,
  name: string,
  year: FiscalYear,
): Decision {
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [
        {
          kind: 'text',
          text: [t('assessment:heldBy', { center: said(center), name: officerName(name, district) })],
        },
      ],
      options: [takeOver(id, year), toMenu],
    },
  };
}

export const takeOver = (center: CenterId, year: FiscalYear): Option => ({
  label: t('assessment:takeOver'),
  tap: { kind: 'act', flow: 'assess', act: 'takeOver', value: carried(String(year), center) },
});
