import type { Binding } from '../../programme/people/actor.ts';
import type { Invite } from '../../programme/people/invite.ts';

/** A code that can still be used, with what its center is called and who made it; the name is empty where that is not known. */
export type OpenInvite = Pick<Invite, 'code' | 'role' | 'scope' | 'expiresAt'> &
  Pick<Binding, 'centerName'> & { readonly by: string };
