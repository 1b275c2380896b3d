import { readPlaces } from '../../engine/parse/places.ts';
import { type Slot, toKey, walk } from '../../engine/walk.ts';
import type { At, Given, Several, Unclear } from '../../kernel/form/talk.ts';
import { t } from '../../kernel/reply.ts';
import { indicatorStep, type ScoredForm } from './forms/assessmentForm.ts';
import { indicatorsOf } from './rules/assessment.ts';

/** `2 2 3 1`, `2/2/3/1`, `1:2, 5:3`, `ข้อ 1 ได้ 2 ข้อ 5 ได้ 3`: the points of several indicators, from the open one on over those not yet answered. */
export function severalPoints(
  form: ScoredForm,
  { draft, talk }: At,
  { step }: Slot,
  text: string,
): Several | undefined {
  if (step.number === undefined) return undefined;
  const asked = walk(form, draft, talk.derived).slots.filter((slot) => slot.step.number !== undefined);
  const from = asked.findIndex((slot) => slot.step.id === step.id);
  const open = asked.slice(from).filter((slot, place) => place === 0 || !slot.entry);
  const places = readPlaces(text, open.length);
  if (!places) return undefined;
  const isNamed = places.some(({ of }) => of !== undefined);
  // One too many was perhaps said twice, so that none of them is sure.
  if (!isNamed && places.length > open.length)
    return {
      places: [],
      remarks: [t('assessment:tooManyPoints', { given: places.length, open: open.length })],
    };
  const given = places.map(({ words, of, value }, place): Given | Unclear => {
    const number = isNamed ? of : open[place]?.step.number;
    const isKnown = number !== undefined && indicatorsOf(form.scoring).includes(number);
    return isKnown && value !== undefined
      ? { key: toKey(indicatorStep(number)), value: String(value), words }
      : { words };
  });
  // Two points for one indicator are no answer.
  const isTwice = (one: Given) =>
    given.some((other) => other !== one && 'key' in other && other.key === one.key);
  const told = given.map((one) => ('key' in one && isTwice(one) ? { words: one.words } : one));
  return {
    places: told,
    ...(told.some((one) => 'key' in one) ? {} : { remarks: [t('assessment:howPoints')] }),
  };
}
