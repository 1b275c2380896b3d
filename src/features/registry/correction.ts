import type { Json } from '../../engine/ids.ts';
import { toIsoDate } from '../../kernel/form/value.ts';
import type { CenterCorrection } from '../../programme/center/record.ts';
import type { RegistryField } from '../assessment/forms/assessmentForm.ts';

/** A field's value, as the form reads it, as the registry takes it. */
export function toCorrection(field: RegistryField, value: Json): CenterCorrection {
  const text = String(value);
  switch (field) {
    case 'founded':
      return { field, value: toIsoDate(text) };
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

/** Names typed with commas, semicolons or line breaks between them. */
const listIn = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
