import { type CenterPlace, subdistrictKey } from '../../../programme/center/center.ts';

/** Whether two centers are of one village, which is one moo of a subdistrict however its name is written. */
export const inOneVillage = (a: CenterPlace, b: CenterPlace): boolean =>
  a.province === b.province &&
  a.district === b.district &&
  a.moo === b.moo &&
  subdistrictKey(a.subdistrict) === subdistrictKey(b.subdistrict);
