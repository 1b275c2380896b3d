import type { Gathered, Needs } from '../../kernel/flow.ts';
import type { Store } from '../ports.ts';

type Reading = Pick<Store, 'announcements' | 'reminders' | 'persons'>;

/** What a flow wants to know of announcements under way, and of what was told to whom. */
export async function readAnnounced(
  store: Reading,
  { announcements: by, reminders: asked }: Needs,
): Promise<Partial<Pick<Gathered, 'announcements' | 'reminders'>>> {
  return {
    ...(by && { announcements: await store.announcements.underWay(by) }),
    ...(asked && { reminders: await withNames(store, asked) }),
  };
}

async function withNames(
  { reminders, persons }: Reading,
  { areas, limit }: NonNullable<Needs['reminders']>,
): Promise<Gathered['reminders']> {
  const found = await reminders.within(areas, limit);
  const people = await persons.read([...new Set(found.map(({ person }) => person))]);
  const known = new Map(people.map(({ person }) => [person.id, person]));
  return found.map((reminder) => {
    const person = known.get(reminder.person);
    const [role] = person?.bindings ?? [];
    return { reminder, name: person?.name ?? '', ...(role && { role }) };
  });
}
