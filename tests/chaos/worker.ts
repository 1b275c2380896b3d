import { isOwnRow } from '../../src/app/inbox/ownRows.ts';
import { partitionOf } from '../../src/app/inbox/partition.ts';
import type { Line, Prepare } from '../../src/app/ports.ts';
import { createShell } from '../../src/app/shell.ts';
import type { Delivery } from '../../src/kernel/outside.ts';
import { said } from '../../src/kernel/reply.ts';
import { createLineClock } from '../../src/line/index.ts';
import { clockAt } from '../../src/start/clock.ts';
import {
  assertSameKeys,
  connect,
  createSealer,
  isKeyAbsent,
  isOutage,
  openStore,
} from '../../src/storage/index.ts';
import { createToyTurn, toyPrepare, toyRender } from '../app/toy.ts';
import { stores } from '../support/stores.ts';
import { keysOf } from './keys.ts';
import type { FromWorker, Task, ToWorker } from './messages.ts';
import { createStoredCount } from './sharedCount.ts';

/** One process of the bot on the real MongoDB, with the toy's turn; its parent plays LINE and kills it at will. */
const { uri, name, people, dataKeys }: Task = JSON.parse(process.argv[2] ?? '');
const tell = (message: FromWorker) => void process.send?.(message);

const answers = new Map<number, (delivery: Delivery) => void>();
let calls = 0;
const ask = (message: (call: number) => FromWorker) =>
  new Promise<Delivery>((resolve) => {
    calls += 1;
    answers.set(calls, resolve);
    tell(message(calls));
  });

const line: Line = {
  reply: (token, messages, silent) => ask((call) => ({ kind: 'reply', call, token, messages, silent })),
  push: (to, messages, key, silent) => ask((call) => ({ kind: 'push', call, to, messages, key, silent })),
  loading: async () => {},
  profile: async () => undefined,
};

/** Tells of every call before it is made and after it was answered, so that the parent can strike there. */
function watched<Port extends object>(port: Port, of: string): Port {
  return new Proxy(port, {
    get(target, operation) {
      const work: unknown = Reflect.get(target, operation);
      if (typeof work !== 'function') return work;
      return async (...given: unknown[]) => {
        tell({ kind: 'step', at: `before ${of}.${String(operation)}` });
        const answer: unknown = await work.apply(target, given);
        tell({ kind: 'step', at: `after ${of}.${String(operation)}` });
        return answer;
      };
    },
  });
}

const { db } = await connect(uri, { allowOld: true });
const sealer = createSealer(await assertSameKeys(db, keysOf(dataKeys)));
const clock = clockAt(0);
const marks = { partitionOf, progressOf: () => 0, countsOf: () => [] };
const store = openStore({ stores, db, sealer, process: name, clock: clock.now, marks, figures: [] });
const perform = createStoredCount(db, people);
const log = (entry: Extract<FromWorker, { kind: 'log' }>['entry']) => tell({ kind: 'log', entry });

const lineClock = createLineClock();
/** Read by LINE's clock, as every process learns it anew. */
const prepare: Prepare = async (row) => {
  const event = await toyPrepare(row);
  if (!event || isOwnRow(row)) return event;
  const { at, receivedAt } = row;
  const { redelivered } = row.body as { redelivered: boolean };
  const told = { timestamp: at.getTime(), receivedAt, redelivered };
  return { ...event, redelivered, ...lineClock.toOurs(told) };
};

const shell = createShell({
  store: { ...store, inbox: watched(store.inbox, 'inbox'), persons: watched(store.persons, 'persons') },
  line,
  clock,
  isOutage,
  isKeyAbsent,
  process: name,
  prepare,
  photoSet: () => undefined,
  turn: createToyTurn(),
  perform: watched({ perform }, 'records').perform,
  settleReminder: async () => {},
  isStillOwed: async () => true,
  alert: () => {},
  shareOfWork: 'member',
  isTimely: () => true,
  render: toyRender,
  quiet: () => false,
  sorry: { messages: [{ kind: 'text', text: [said('sorry')] }] },
  log: { info: log, warn: log, error: log },
  metrics: { count: () => {}, answered: () => {} },
  // As in life, ten times faster but for LINE; all that a document handled stays in it to be judged by.
  limits: {
    leaseLife: 1500,
    leaseRenewal: 300,
    leaseMargin: 500,
    poll: 200,
    sweep: 500,
    handledKept: 1000,
  },
});

// Nobody is left behind when the parent is gone.
process.on('disconnect', () => process.exit());
process.on('message', (message: ToWorker) => {
  if (message.kind === 'end') return void shell.drain().then(() => process.exit(0));
  if (message.kind === 'delivery') {
    answers.get(message.call)?.(message.delivery);
    answers.delete(message.call);
    return;
  }
  const { call, rows } = message;
  shell.accept(rows).then(
    () => tell({ kind: 'accepted', call, isDurable: true }),
    () => tell({ kind: 'accepted', call, isDurable: false }),
  );
});

await shell.start();
tell({ kind: 'up' });
