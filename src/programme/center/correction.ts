import { type Center, defaultHouseholdTarget } from './center.ts';
import type { Founding } from './founding.ts';

/** The fields of an entry that people correct; the others are changed by an import only. */
export const correctableFields = [
  'founded',
  'chairName',
  'chairPhone',
  'committeeSize',
  'divisions',
  'memberFunds',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** What can be typed: the first day of founding (2500 of the Buddhist Era), characters of a name, of a list and of a reason, and members of a committee. */
export const correctionLimits = {
  founded: { from: '1957-01-01' },
  name: 120,
  list: 1000,
  reason: 500,
  committeeSize: { min: 1, max: 200 },
} as const;

export type CenterCorrection =
  | { readonly field: 'founded'; readonly value: Founding }
  | { readonly field: 'chairName' | 'chairPhone'; readonly value: string }
  | { readonly field: 'committeeSize'; readonly value: number }
  | { readonly field: 'divisions' | 'memberFunds'; readonly value: readonly string[] };

/** A field's value as the registry takes it; a question has read it before, so that a founding is YYYY-MM-DD or YYYY. */
export function toCorrection(field: CorrectableField, value: unknown): CenterCorrection {
  const text = String(value);
  switch (field) {
    case 'founded':
      return { field, value: text as Founding };
    case 'committeeSize':
      return { field, value: Number(value) };
    case 'divisions':
    case 'memberFunds':
      return { field, value: listIn(text) };
    case 'chairName':
    case 'chairPhone':
      return { field, value: text };
    default:
      return field satisfies never;
  }
}

/** Names typed with commas, semicolons or line breaks between them, or with และ where each begins as such a name does. */
const listIn = (text: string): readonly string[] =>
  text
    .split(/[,;\n]|\s(?:และ|กับ|and|&)\s*(?=ฝ่าย|กทบ|กข|กองทุน|กลุ่ม|สถาบัน|ธนาคาร|วิสาหกิจ|โครงการ|ศูนย์)/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** What people correct of an entry. */
type Correctable = Pick<Center, 'founded' | 'chair' | 'committeeSize' | 'divisions' | 'memberFunds'>;

/** An entry with one field corrected. */
export function withField<E extends Correctable>(entry: E, correction: CenterCorrection): E {
  switch (correction.field) {
    case 'chairName':
      return { ...entry, chair: { ...entry.chair, name: correction.value } };
    case 'chairPhone':
      return { ...entry, chair: { ...entry.chair, phone: correction.value } };
    case 'founded':
      return { ...entry, founded: correction.value };
    case 'committeeSize':
      return { ...entry, committeeSize: correction.value };
    case 'divisions':
      return { ...entry, divisions: correction.value };
    case 'memberFunds':
      return { ...entry, memberFunds: correction.value };
    default:
      return correction satisfies never;
  }
}

/**
 * The center with one field corrected, and what follows from it. `stated`: the household target that an import gave;
 * without it the target follows from the founding date.
 */
export function withCorrection(center: Center, correction: CenterCorrection, stated?: number): Center {
  const corrected = withField(center, correction);
  if (correction.field !== 'founded') return corrected;
  const { householdTarget: _before, ...rest } = corrected;
  const target = stated ?? defaultHouseholdTarget(correction.value, center.budgeted);
  return { ...rest, ...(target !== undefined && { householdTarget: target }) };
}
