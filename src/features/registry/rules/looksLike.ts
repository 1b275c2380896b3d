import { distance } from 'fastest-levenshtein';
import {
  type CenterPlace,
  centerNameKey,
  subdistrictKey,
  villageKey,
} from '../../../programme/center/center.ts';

/**
 * Whether two entries with different keys are probably one center: in one moo with almost the same name; with
 * the same name and village in another moo; or with the same village and moo in another subdistrict, which may be a
 * slip: whether a district has that subdistrict is not known.
 */
export function looksLike(a: CenterPlace, b: CenterPlace): boolean {
  if (a.province !== b.province || a.district !== b.district) return false;
  const sameMoo = a.moo === b.moo;
  const sameVillage = villageKey(a.village) === villageKey(b.village);
  const sameNames = sameVillage && centerNameKey(a.name) === centerNameKey(b.name);
  const [subdistrict, other] = [subdistrictKey(a.subdistrict), subdistrictKey(b.subdistrict)];
  if (subdistrict !== other) return sameMoo && sameVillage;
  return sameMoo ? areSimilar(nameInMoo(a), nameInMoo(b)) : sameNames;
}

/** The name without a mention of its own moo at the end (หมู่ที่ 3, หมู่ 3, ม.3), which says nothing more. */
function nameInMoo({ name, moo }: CenterPlace): string {
  const key = centerNameKey(name);
  return key.replace(new RegExp(`(หมู่ที่|หมู่|ม)${moo}$`), '') || key;
}

/** One letter in five may differ, and one in shorter names; other figures make other names. */
function areSimilar(a: string, b: string): boolean {
  const figures = (text: string) => text.replace(/\D/g, '');
  const allowed = Math.max(1, Math.floor(Math.max(a.length, b.length) / 5));
  return figures(a) === figures(b) && distance(a, b) <= allowed;
}
