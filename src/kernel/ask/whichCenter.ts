import { type Center, centerNameKey } from '../../programme/center/center.ts';
import type { Turn } from '../asking.ts';
import type { Decision } from '../decision.ts';
import type { Call, Context } from '../flow.ts';
import type { Person } from '../person.ts';
import { type FlowId, type Option, said, type Text, t } from '../reply.ts';
import { type ChoiceRow, matching } from './choose.ts';
import { oneOf } from './oneOf.ts';
import { onAnswer, pose } from './question.ts';
import { tell } from './tell.ts';

/** The centers that a person may mean, in their order, and how they are asked for. */
export type CenterQuestion = {
  readonly flow: FlowId;
  readonly act: string;
  /** What they are asked for of, such as a year: buttons carry it before the center. */
  readonly of?: string;
  readonly heading: Text;
  /** Said above the centers. */
  readonly lead?: readonly Text[];
  readonly centers: readonly Center[];
  readonly note: (center: Center) => Text;
  /** Buttons about the centers that a page of the list shows. */
  readonly buttons?: (shown: readonly Center[]) => readonly Option[];
  /** Said where there is no center at all. */
  readonly none: Text;
};

/**
 * Goes on with the center that a call is about: the only one, the one named behind a command, tapped or typed; else it
 * is asked for, or said that there is none such.
 */
export function whichCenter(
  person: Person,
  call: Call,
  { centers, note, buttons, none, ...asked }: CenterQuestion,
  { wordings }: Pick<Context, 'wordings'>,
  goOn: (center: Center) => Turn,
): Turn {
  if (call.kind === 'event') return { person };
  const rows = centers.map(
    (center): ChoiceRow => ({
      id: center.id,
      name: said(center.name),
      note: note(center),
    }),
  );
  const place = {
    ...asked,
    ...(buttons && {
      buttons: (shown: readonly ChoiceRow[]) =>
        buttons(centers.filter((center) => shown.some(({ id }) => id === center.id))),
    }),
  };
  const found = (id: string | undefined): Turn => {
    const center = centers.find((one) => one.id === id);
    return center ? goOn(center) : centerNotFound(person, centers);
  };
  if (call.kind !== 'command') return onAnswer(person, call, oneOf({ ...place, rows, wordings }), found);
  if (rows.length === 0) return tell(person, [none]);
  const named = call.rest;
  const [first, ...others] = named === '' ? rows : matching(named, rows, wordings);
  return others.length > 0 ? pose(person, oneOf({ ...place, rows, wordings, named })) : found(first?.id);
}

/** A center outside one's area does not exist; with a name out of those that do. */
export function centerNotFound(person: Person, [center]: readonly Center[]): Decision {
  const text = center
    ? t('common:centerNotFoundTry', { example: said(centerNameKey(center.name)) })
    : t('common:centerNotFound');
  return tell(person, [text]);
}
