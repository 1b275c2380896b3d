import type { Binding } from '../programme/people/actor.ts';
import { said, type Text, t } from './reply.ts';

/** A capacity and its area, as a person reads it. */
export function bindingText({ role, scope, centerName }: Omit<Binding, 'since'>): Text {
  const who = t(`people:roles.${role}`);
  switch (scope.kind) {
    case 'nation':
      return who;
    case 'province':
      return role === 'provinceHead'
        ? t('people:provinceHeadOf', { province: scope.province })
        : t('people:inProvince', { who, province: scope.province });
    case 'district': {
      const { district, province } = scope;
      return role === 'districtHead'
        ? t('people:districtHeadOf', { district, province })
        : t('people:inDistrict', { who, district, province });
    }
    case 'center':
      return t('people:ofCenter', {
        who,
        center: centerName ?? scope.center,
        district: scope.district,
        province: scope.province,
      });
    default:
      return scope satisfies never;
  }
}

/** Somebody's name; whoever has none yet is called by what they do. */
export const nameText = (name: string, otherwise: Text = t('people:office')): Text =>
  name === '' ? otherwise : said(name);

/** The name of a district's officer. */
export const officerName = (name: string, district: string): Text =>
  nameText(name, t('people:officerOf', { district }));
