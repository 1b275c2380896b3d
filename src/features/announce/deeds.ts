import type { Deed } from '../../programme/people/actor.ts';

export const sendAnnouncements: Deed = {
  id: 'announce',
  roles: ['province', 'director', 'provinceHead', 'department'],
};
