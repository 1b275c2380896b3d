import type { Center } from '../../domain/center.ts';
import type { CenterId } from '../../domain/ids.ts';
import type { Decision } from '../flow.ts';
import { nameText } from '../people/roleText.ts';
import type { Person } from '../person.ts';
import { type Option, said, t } from '../reply.ts';

/** A center whose draft a colleague has: who, and the offer to take it over. */
export function heldBy(person: Person, { id, name: center }: Center, name: string): Decision {
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [
        { kind: 'text', text: [t('assess:heldBy', { center: said(center), name: nameText(name) })] },
      ],
      options: [takeOver(id), { label: t('commands:assess'), tap: { kind: 'say' } }],
    },
  };
}

export const takeOver = (center: CenterId): Option => ({
  label: t('assess:takeOver'),
  tap: { kind: 'act', flow: 'assess', act: 'takeOver', value: center },
});
