import type { PersonId } from '../programme/ids.ts';
import type { Person } from './person.ts';
import type { Kept } from './store.ts';

/** People that are read at a time. */
const batch = 500;

/** Many people, in the order of their ids as far as they are known. */
export async function readPeople(
  persons: Pick<Kept['persons'], 'read'>,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (let from = 0; from < ids.length; from += batch) {
    const records = await persons.read(ids.slice(from, from + batch));
    people.push(...records.map(({ person }) => person));
  }
  return people;
}
