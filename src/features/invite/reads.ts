import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';
import { holds, may } from '../../programme/people/actor.ts';
import { inviteOthers } from './deeds.ts';

/** Who holds a role in exactly an area; nobody for who may not invite there. */
export const roleHolderReaders = ({ persons }: Pick<Kept, 'persons'>): Pick<Readers, 'roleHolders'> => ({
  roleHolders: async ({ person: { bindings } }, role, area) => {
    if (!may(bindings, inviteOthers, area)) return [];
    const records = await persons.read(await persons.holding([role], area));
    return records.flatMap(({ person }) =>
      holds(person.bindings, role, area) ? [{ person: person.id, name: person.name ?? '' }] : [],
    );
  },
});
