import { foundingText } from '../../kernel/foundingText.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CorrectableField } from '../../programme/center/correction.ts';

export const fieldName = (field: CorrectableField): Text => t(`registry:field.${field}`);

/** What the registry has in a field, in words. */
export const fieldText = (center: Center, field: CorrectableField): Text =>
  knownText(center, field) ?? t('registry:unknown');

/** The same; nothing where the registry has nothing. */
export function knownText(center: Center, field: CorrectableField): Text | undefined {
  const value = fieldValue(center, field);
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  return valueText(field, Array.isArray(value) ? value.join(', ') : value);
}

/** A value of a field in words; a date is YYYY-MM-DD. */
export const valueText = (field: CorrectableField, value: unknown): Text =>
  field === 'founded' ? foundingText(String(value)) : said(String(value));

function fieldValue(center: Center, field: CorrectableField) {
  switch (field) {
    case 'chairName':
      return center.chair.name;
    case 'chairPhone':
      return center.chair.phone;
    case 'founded':
    case 'committeeSize':
    case 'divisions':
    case 'memberFunds':
      return center[field];
    default:
      return field satisfies never;
  }
}

/** How many households a center has as its target; not known is not none. */
export const targetText = ({ householdTarget, budgeted }: Center): Text =>
  householdTarget === undefined
    ? t(`registry:targetUnknown.${budgeted ? 'budgeted' : 'founding'}`)
    : t('registry:households', { count: householdTarget });
