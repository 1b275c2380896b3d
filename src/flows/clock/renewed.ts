import type { Duty } from '../../domain/duty/duty.ts';
import { waitsFor } from '../../domain/duty/ofPerson.ts';
import type { IsoDate } from '../../domain/ids.ts';
import type { Person } from '../person.ts';
import type { Reply } from '../reply.ts';
import { remindersMessage } from './reminders.ts';

/** A reminder that waited, with what is left of it by now; nothing once all of it was done. */
export function renewed(
  reply: Reply,
  person: Person,
  concerns: ReadonlyMap<string, Duty>,
  today: IsoDate,
): Reply | undefined {
  const { asLongAs = [] } = reply;
  const left = asLongAs.flatMap((key) => concerns.get(key) ?? []);
  if (left.length === asLongAs.length) return reply;
  if (left.length === 0) return undefined;
  const own = left.filter((duty) => waitsFor(person, duty));
  const late = left.filter((duty) => !own.includes(duty));
  // What is owed is the first message; a summary that goes with it stays.
  const [, ...rest] = reply.messages;
  return {
    ...reply,
    messages: [remindersMessage({ own, late }, { today }), ...rest],
    asLongAs: left.map(({ key }) => key),
  };
}
