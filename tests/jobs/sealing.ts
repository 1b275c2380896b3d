import { createSealer } from '../../src/storage/index.ts';

/** The keys of these tests, in whichever process. */
export const sealer = createSealer({
  link: 'the link secret of the tests',
  data: [{ id: 'k1', key: new Uint8Array(32).fill(7) }],
  lookup: new Uint8Array(32).fill(9),
});
