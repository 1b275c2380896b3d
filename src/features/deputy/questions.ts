import type { LeafStep } from '../../engine/form.ts';
import type { Json } from '../../engine/ids.ts';
import { areaAt, areaPath } from '../../kernel/area/path.ts';
import { goBack } from '../../kernel/ask/goBack.ts';
import { oneOf } from '../../kernel/ask/oneOf.ts';
import { carried, type Question } from '../../kernel/ask/question.ts';
import { stepValues } from '../../kernel/ask/stepValues.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import { yesNo } from '../../kernel/ask/yesNo.ts';
import type { Context } from '../../kernel/flow.ts';
import { type Option, t } from '../../kernel/reply.ts';
import { bindingText, nameText } from '../../kernel/roleText.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import type { IsoDate } from '../../programme/ids.ts';
import type { Candidate, OpenSeat, SeatPlace } from './seats.ts';

/** For the reports that wait, or to the end of a day. */
export type Term = 'these' | IsoDate;

/** A seat in one word, as buttons carry it: `chair:ปราจีนบุรี/นาดี/C4K7Q2M`. */
export const seatPath = ({ role, scope }: SeatPlace): string => `${role}:${areaPath(scope)}`;

/** The seat of a path, where it is (still) one of these. */
export function seatAt(path: string | undefined, seats: readonly OpenSeat[]): OpenSeat | undefined {
  const [role, place] = path?.split(':') ?? [];
  const area = areaAt(place);
  return seats.find((one) => area && one.role === role && scopeKey(one.scope) === scopeKey(area));
}

export const seatText = (seat: SeatPlace) => bindingText(seat);

export const whichSeat = (seats: readonly OpenSeat[], { wordings }: Context): Question<string> =>
  oneOf({
    ...{ flow: 'deputy', act: 'seat', heading: t('deputy:whichSeat'), wordings },
    rows: seats.map((seat) => ({
      id: seatPath(seat),
      name: seatText(seat),
      note: seat.own ? t('deputy:ownSeat') : t('deputy:waits', { count: seat.reports.length }),
    })),
  });

export const whichPerson = (
  seat: OpenSeat,
  candidates: readonly Candidate[],
  { wordings }: Context,
): Question<string> =>
  oneOf({
    ...{ flow: 'deputy', act: 'person', of: seatPath(seat), keep: { back: 'seat' }, wordings },
    heading: t('deputy:whichPerson', { seat: seatText(seat) }),
    rows: candidates.map(({ id, name, binding }) => ({
      id,
      name: nameText(name, bindingText(binding)),
      note: bindingText(binding),
    })),
  });

export const untilWhen = (seat: OpenSeat, { id, name }: Candidate, context: Context): Question<Json> => {
  const of = `${seatPath(seat)} ${id}`;
  const these: Option = {
    label: t('deputy:these', { count: seat.reports.length }),
    tap: { kind: 'act', flow: 'deputy', act: 'term', value: carried(of, 'these') },
  };
  return typedValue({
    ...{ flow: 'deputy', act: 'term', of, keep: { back: `person ${seatPath(seat)}` } },
    text: [t('deputy:untilWhen', { name: nameText(name), seat: seatText(seat) })],
    values: stepValues(
      lastDay,
      (date) => t('common:date', { date: { date: String(date) as IsoDate } }),
      context,
    ),
    options: seat.own ? [goBack] : [these, goBack],
  });
};

/** Asks once. */
export const whether = (seat: OpenSeat, { id, name, binding }: Candidate, term: Term): Question<boolean> => {
  const params = { name: nameText(name), position: bindingText(binding), seat: seatText(seat) };
  return yesNo({
    ...{ flow: 'deputy', act: 'confirm', of: `${seatPath(seat)} ${id} ${term}` },
    text:
      term === 'these'
        ? t('deputy:askThese', { ...params, count: seat.reports.length })
        : t('deputy:askUntil', { ...params, until: { date: term } }),
    ...{ yes: t('common:yes'), no: t('common:no') },
  });
};

/** Until today at the earliest. */
const lastDay: LeafStep = { id: 'until', part: 'deputy', kind: 'date', only: 'future', yearsAhead: 1 };
