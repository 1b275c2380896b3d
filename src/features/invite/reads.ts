import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import { areasFor, holds, may } from '../../programme/people/actor.ts';
import { type Invite, mayInvite } from '../../programme/people/invite.ts';
import { inviteOthers } from './deeds.ts';
import type { OpenInvite } from './openInvite.ts';

type InviteReaders = Pick<Readers, 'roleHolders' | 'openInvites'>;

/** Who holds a role, and which codes are open; nothing for who may not invite there. */
export function inviteReaders({
  persons,
  invites,
  centers,
}: Pick<Kept, 'persons' | 'invites' | 'centers'>): InviteReaders {
  async function namesOf(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
    const records = await persons.read([...new Set(ids)]);
    return new Map(records.map(({ person }) => [person.id, person.name ?? '']));
  }

  async function toOpen(invite: Invite, names: ReadonlyMap<PersonId, string>): Promise<OpenInvite> {
    const { code, role, scope, expiresAt, issuedBy } = invite;
    const center = scope.kind === 'center' ? await centers.read(scope.center) : undefined;
    const by = (issuedBy && names.get(issuedBy)) ?? '';
    return { code, role, scope, expiresAt, by, ...(center && { centerName: center.center.name }) };
  }

  return {
    roleHolders: async ({ person: { bindings } }, role, area) => {
      if (!may(bindings, inviteOthers, area)) return [];
      const records = await persons.read(await persons.holding([role], area));
      return records.flatMap(({ person }) =>
        holds(person.bindings, role, area) ? [{ person: person.id, name: person.name ?? '' }] : [],
      );
    },

    // Whoever made a code may withdraw it, and whoever may make one like it.
    openInvites: async ({ person: { id, bindings } }, at) => {
      const found = await invites.open(areasFor(bindings, inviteOthers), id, at);
      const own = found
        .filter((invite) => invite.issuedBy === id || mayInvite(bindings, invite))
        .toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
      const names = await namesOf(own.flatMap(({ issuedBy }) => issuedBy ?? []));
      return Promise.all(own.map((invite) => toOpen(invite, names)));
    },
  };
}
