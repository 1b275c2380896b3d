import type { Deed, Role } from '../../programme/people/actor.ts';
import { levelAbove } from '../../programme/people/deputy.ts';

/** The seats that sign reports. */
export const signingSeats = Object.keys(levelAbove) as readonly Role[];

/** Of an own seat, or of the level below. */
export const nameDeputies: Deed = {
  id: 'nameDeputies',
  roles: [...new Set([...signingSeats, ...Object.values(levelAbove)])],
};

/** Those registered around a seat who may be asked to sign for it, the nearest first. */
export const askedFor: { readonly [R in Role]?: readonly Role[] } = {
  chair: ['chair', 'officer'],
  districtHead: ['officer', 'districtHead', 'province', 'director'],
  provinceHead: ['director', 'province', 'districtHead'],
};
