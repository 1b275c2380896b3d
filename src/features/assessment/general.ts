import { z } from 'zod';
import type { Draft } from '../../engine/draft.ts';
import type { Json } from '../../engine/ids.ts';
import type { Values } from '../../engine/walk.ts';
import {
  type CenterCorrection,
  type CorrectableField,
  correctableFields,
  toCorrection,
  withField,
} from '../../programme/center/correction.ts';
import type { Founding } from '../../programme/center/founding.ts';
import type { GeneralPart } from './rules/assessmentCase.ts';

/** The registry's entry as it was frozen into a draft. Drafts of before lack the village. */
const frozenEntry = z.object({
  name: z.string(),
  village: z.string().optional(),
  place: z.templateLiteral([z.string(), '|', z.string(), '|', z.string(), '|', z.string()]),
  founded: z.custom<Founding>((value) => typeof value === 'string').nullable(),
  chairName: z.string().nullable(),
  chairPhone: z.string().nullable(),
  committeeSize: z.number().nullable(),
  divisions: z.array(z.string()),
  memberFunds: z.array(z.string()),
});

/** Part 1: the registry's entry with the corrections of this draft. */
export function generalPart({ facts }: Pick<Draft, 'facts'>, values: Values): GeneralPart {
  const { name, village, place, founded, chairName, chairPhone, committeeSize, ...lists } =
    frozenEntry.parse(facts);
  const [moo, subdistrict = '', district = '', province = ''] = place.split('|');
  const entry: GeneralPart = {
    ...{ name, province, district, subdistrict, moo: Number(moo) },
    ...(village !== undefined && { village }),
    ...(founded !== null && { founded }),
    chair: {
      ...(chairName !== null && { name: chairName }),
      ...(chairPhone !== null && { phone: chairPhone }),
    },
    ...(committeeSize !== null && { committeeSize }),
    ...lists,
  };
  return correctionsIn(values).reduce(withField<GeneralPart>, entry);
}

/** The latest correction of each registry field in part 1. */
export function correctedValues(values: Values): ReadonlyMap<CorrectableField, Json> {
  const corrected = new Map<CorrectableField, Json>();
  for (const [key, value] of Object.entries(values)) {
    const field = correctableFields.find(
      (name) => key.startsWith('corrections.') && key.endsWith(`.${name}`),
    );
    if (field) corrected.set(field, value);
  }
  return corrected;
}

/** Part 1's corrections as the registry takes them. */
export const correctionsIn = (values: Values): readonly CenterCorrection[] =>
  [...correctedValues(values)].map(([field, value]) => toCorrection(field, value));
