import type { Deed } from '../../programme/people/actor.ts';

export const inviteOthers: Deed = {
  id: 'invite',
  roles: ['province', 'director', 'provinceHead', 'districtHead', 'department'],
};
