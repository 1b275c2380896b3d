import type { Center } from '../../domain/center/center.ts';
import type { CenterId } from '../../domain/ids.ts';
import { toMenu } from '../ask/toMenu.ts';
import type { Decision } from '../flow.ts';
import type { Person } from '../person.ts';
import { type Option, said, t } from '../reply.ts';
import { officerName } from '../roleText.ts';

/** A center whose draft a colleague has: who, and the offer to take it over. */
export function heldBy(person: Person, { id, name: center, district }: Center, name: string): Decision {
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [
        {
          kind: 'text',
          text: [t('assess:heldBy', { center: said(center), name: officerName(name, district) })],
        },
      ],
      options: [takeOver(id), toMenu],
    },
  };
}

export const takeOver = (center: CenterId): Option => ({
  label: t('assess:takeOver'),
  tap: { kind: 'act', flow: 'assess', act: 'takeOver', value: center },
});
