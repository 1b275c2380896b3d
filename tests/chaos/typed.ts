import { partitionOf } from '../../src/app/inbox/partition.ts';
import type { NewRow } from '../../src/app/ports.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { EventId } from '../../src/engine/ids.ts';
import { toyBody } from '../app/toy.ts';
import { userOf } from '../app/world.ts';

/** A text on its way. */
export type Typed = {
  readonly id: EventId;
  readonly person: PersonId;
  readonly text: string;
  readonly token: string;
  readonly at: Date;
};

/** A text as a webhook brings it now. */
export function rowOf({ id, person, text, token, at }: Typed, redelivered: boolean): NewRow {
  const body = { ...Object(toyBody(text, token, userOf(person))), redelivered };
  return { id, person, partition: partitionOf(person), place: 0, at, receivedAt: new Date(), body };
}
