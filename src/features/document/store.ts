import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { IssuedDocument } from '../../kernel/document/issued.ts';

const collection: Collection<IssuedDocument> = {
  name: 'documents',
  idOf: ({ id }) => id,
  inClear: ({ hash }) => ({ hash }),
  indexes: [{ name: 'hash', fields: ['hash'] }],
};

/** The papers that were given out, by their numbers. */
export const documents = keptIn(collection, ({ read, write, find }) => ({
  read,
  ofHash: async (hash: string) => (await find({ equal: { hash } }))[0],
  add: (document: IssuedDocument) => write(document, 0),
}));
