import { readLate } from '../../kernel/duty/readLate.ts';
import { recipient, type Tells } from '../../kernel/recipient.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import { countByKind } from '../../programme/duty/dutyCount.ts';
import { sendClassOf } from '../../programme/duty/urgency.ts';
import { mayInAll } from '../../programme/people/actor.ts';
import { remindOthers } from './deeds.ts';

/** Those who are late in the areas of an order, now that it is carried out; nobody where its author has lost them. */
export const lateByOrder: Tells = async ({ store, dues, year }, { at, order }) => {
  if (!order) return [];
  const { areas, by } = order;
  const [author] = await store.persons.read([by]);
  if (!author || !mayInAll(author.person.bindings, remindOthers, areas)) return [];
  const today = bangkokDate(at);
  const people = await readLate({ store, dues }, areas, by, { year: await year(), today });
  return people.flatMap(({ person, late }) =>
    recipient(person, () => ({ class: sendClassOf(late, today), about: countByKind(dues, late) })),
  );
};
