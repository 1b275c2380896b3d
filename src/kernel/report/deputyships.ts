import type { PersonId } from '../../programme/ids.ts';
import type { Deputy } from '../../programme/people/deputy.ts';
import type { Kept } from '../store.ts';

/** For which seats a person was named to sign, also where the term is over. */
export async function readDeputyships(
  { seats }: Pick<Kept, 'seats'>,
  person: PersonId,
): Promise<readonly Deputy[]> {
  const found = await seats.deputisedBy(person);
  return found.flatMap(({ deputies = [] }) => deputies.filter(({ to }) => to === person));
}
