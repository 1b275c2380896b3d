import { type Collection, keptIn } from '../../../kernel/collection.ts';
import type { Wording } from '../../../kernel/form/wording.ts';

const collection: Collection<Wording> = {
  name: 'wordings',
  idOf: ({ id }) => id,
  inClear: () => ({}),
};

/** The official wording of forms, by form and version. */
export const wordings = keptIn(collection, ({ read, write }) => ({ read, write }));
