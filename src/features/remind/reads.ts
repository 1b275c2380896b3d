import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';

/** What was planned to be told, with the names of those whom it was for. */
export const reminderReaders = ({
  reminders,
  persons,
}: Pick<Kept, 'reminders' | 'persons'>): Pick<Readers, 'remindersIn'> => ({
  remindersIn: async (_asked, areas, limit) => {
    const found = await reminders.within(areas, limit);
    const people = await persons.read([...new Set(found.map(({ person }) => person))]);
    const known = new Map(people.map(({ person }) => [person.id, person]));
    return found.map((reminder) => {
      const person = known.get(reminder.person);
      const [role] = person?.bindings ?? [];
      return { reminder, name: person?.name ?? '', ...(role && { role }) };
    });
  },
});
