import type { Deed } from '../../programme/people/actor.ts';

export const remindOthers: Deed = { id: 'remind', roles: ['province', 'director', 'provinceHead'] };

export const seeReminders: Deed = { id: 'seeReminders', roles: ['province', 'director', 'provinceHead'] };
