import type { Scope } from '../../programme/area/areas.ts';
import { type Text, t } from '../reply.ts';

/** The bare name of an area among its neighbours. */
export function areaName(area: Scope): string {
  if (area.kind === 'nation') return '';
  if (area.kind === 'province') return area.province;
  return area.kind === 'district' ? area.district : area.center;
}

/** What an area is called on its own. */
export function areaTitle(area: Scope): Text {
  if (area.kind === 'nation') return t('summary:nation');
  if (area.kind === 'province') return t('summary:province', { province: area.province });
  return t('summary:district', { district: area.district, province: area.province });
}
