import { readMany } from '../../engine/parse/many.ts';
import { readChoiceNumber } from '../../engine/parse/number.ts';
import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';

/** What people write in front of a name. */
const titles: { readonly [K in Scope['kind']]?: Text } = {
  province: t('announce:titles.province'),
  district: t('announce:titles.district'),
};

/** The areas that an answer names, by numbers, names or both; nothing when any part of it is not understood. */
export function readAreas(
  text: string,
  areas: readonly Scope[],
  wordings: (text: Text) => readonly string[],
): readonly Scope[] | undefined {
  const options = areas.map((area) => ({ value: areaName(area), labels: labelsOf(area, wordings) }));
  const reading = readMany(text, options);
  if (reading.kind !== 'read') return undefined;
  return areas.filter((area) => reading.value.includes(areaName(area)));
}

function labelsOf(area: Scope, wordings: (text: Text) => readonly string[]): readonly string[] {
  const name = areaName(area);
  const title = titles[area.kind];
  const titled = title ? wordings(title).flatMap((words) => words.split('|')) : [];
  return [name, ...titled.map((word) => `${word}${name}`), ...wordings(areaTitle(area))];
}

/** The numbers in an answer that a list of so many areas does not have. */
export const numbersBeyond = (text: string, last: number): readonly number[] =>
  text.split(/[^\p{L}\p{M}\p{N}]+/u).flatMap((piece) => {
    const { reading } = readChoiceNumber(piece);
    return reading.kind === 'read' && (reading.value < 1 || reading.value > last) ? [reading.value] : [];
  });

/** The names as they stand in an answer. */
export const namesOf = (areas: readonly Scope[]): string => areas.map(areaName).join(', ');

/** The names with their numbers, as they are to be typed. */
export const numberedNames = (areas: readonly Scope[]): Text =>
  said(areas.map((area, place) => `${place + 1}. ${areaName(area)}`).join('\n'));
