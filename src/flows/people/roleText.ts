import type { Binding } from '../../domain/actor.ts';
import { said, type Text, t } from '../reply.ts';

/** A capacity and its area, as a person reads it. */
export function bindingText({ role, scope, centerName }: Omit<Binding, 'since'>): Text {
  const who = t(`people:roles.${role}`);
  switch (scope.kind) {
    case 'nation':
      return who;
    case 'province':
      return t('people:inProvince', { who, province: scope.province });
    case 'district':
      return t('people:inDistrict', { who, district: scope.district, province: scope.province });
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

/** A colleague's name; whoever has none yet is a colleague. */
export const nameText = (name: string): Text => (name === '' ? t('people:colleague') : said(name));
