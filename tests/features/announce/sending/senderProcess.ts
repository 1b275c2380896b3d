import { connect } from '../../../../src/storage/db/connect.ts';
import { openStore } from '../../../../src/storage/index.ts';
import { sealer } from '../../../jobs/sealing.ts';
import { stores } from '../../../support/stores.ts';
import { openSender, workingHours } from './sender.ts';

/** A process that sends one announcement, to be killed. */
const [uri = '', lineUrl = '', announcement = ''] = process.argv.slice(2);
const { db, close } = await connect(uri, { allowOld: true });
const store = openStore({
  stores,
  db,
  sealer,
  process: 'killed',
  clock: () => workingHours,
  marks: { partitionOf: () => 0, progressOf: () => 0, countsOf: () => [] },
  figures: [],
});
const sender = openSender(store, lineUrl, { now: workingHours });
sender.workers.wake('announce', announcement);
await sender.workers.idle();
await sender.close();
await close();
