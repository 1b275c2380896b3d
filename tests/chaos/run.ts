import type { LogEntry } from '../../src/kernel/outside.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { createSealer, migrate } from '../../src/storage/index.ts';
import type { Evidence } from '../app/oracle.ts';
import { fromBefore } from '../storage/mongoWorld.ts';
import { freshDatabase } from '../support/database.ts';
import { createFakeLine, type Fault } from '../support/fakeLine.ts';
import { createCrew, takes } from './crew.ts';
import { createDice } from './dice.ts';
import { readEvidence } from './evidence.ts';
import { dataKeys, keysOf } from './keys.ts';
import { leftIn, watchForRest } from './rest.ts';
import { beginCount } from './sharedCount.ts';
import { slowed } from './slowLine.ts';
import { createTypists } from './typists.ts';

export type ChaosOptions = {
  readonly seed: number;
  readonly people: number;
  /** Texts of each person. */
  readonly texts: number;
  /** How often a process is killed or paused. */
  readonly strikes: number;
  readonly processes?: number;
  /** The data keys of the processes, and those with which they are restarted one after the other meanwhile. */
  readonly rotation?: readonly [string, ...(readonly string[])];
};

/** A run that is not done by then hangs, in milliseconds. */
const longest = 400_000;

export type ChaosRun = { readonly evidence: Evidence; readonly struck: readonly string[] };

/** Processes of the bot on one MongoDB, killed, paused and restarted in the middle of what they do, until all is done. */
export async function runChaos({
  seed,
  texts,
  strikes,
  processes = 2,
  rotation = [dataKeys('k1')],
  ...options
}: ChaosOptions): Promise<ChaosRun> {
  const dice = createDice(seed);
  const people = Array.from({ length: options.people }, (_, n) => `P${n}` as PersonId);
  const fake = createFakeLine(
    () => new Date(),
    (_call, way) => faultOf(dice(40), way),
  );
  const logged: LogEntry[] = [];
  const database = await freshDatabase();
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const [firstKeys, ...laterKeys] = rotation;
  let isRotated = false;
  /** Each part of the rotation begins when its share of the texts was taken in. */
  async function rotateAll(): Promise<void> {
    for (const [place, keys] of laterKeys.entries()) {
      const share = ((place + 1) * people.length * texts) / (rotation.length + 1);
      await typists.reached(Math.floor(share));
      await crew.rotate(keys);
    }
    isRotated = true;
    await watch.look();
  }

  const crew = createCrew({
    task: { uri: database.uri, people, dataKeys: firstKeys },
    processes,
    line: slowed(fake, dice, {
      onCall: (to, ms) => typists.expect(to, ms),
      onEnd: (to, isShown) => {
        typists.ended(to, isShown);
        typists.promptAll();
      },
    }),
    dice,
    strikes,
    onFresh: (member) => typists.release((typed) => takes(member, typed, true)),
    onLog: (entry) => {
      logged.push(entry);
      typists.promptAll();
    },
  });
  const onAcked = () => void watch.look();
  const goesOn = () => !isRotated;
  const typists = createTypists({ people, goesOn, texts, line: fake, dice, deliver: crew.deliver, onAcked });
  const watch = watchForRest(database.db, () => {
    crew.resumeAll();
    typists.giveUpWaiting();
    if (typists.areDone()) finish();
    else typists.promptAll();
  });
  async function allDone(): Promise<void> {
    await crew.start();
    typists.promptAll();
    await Promise.all([done, rotateAll()]);
  }
  let giveUp: NodeJS.Timeout | undefined;
  const isLate = new Promise<never>((_, reject) => {
    giveUp = setTimeout(async () => {
      const left = {
        ...(await leftIn(database.db)),
        acked: typists.acked.size,
        struck: crew.struck,
        isRotated,
      };
      reject(new Error(`not done after ${longest} ms: ${JSON.stringify(left)}`));
    }, longest);
  });
  try {
    await migrate(database.db, createSealer(keysOf(firstKeys)), fromBefore);
    await beginCount(database.db);
    await Promise.race([allDone(), isLate]);
    const found = await readEvidence(database.db, people);
    const { acked } = typists;
    return { evidence: { people, acked, logged, line: fake, counted: {}, ...found }, struck: crew.struck };
  } finally {
    clearTimeout(giveUp);
    await crew.end();
    await watch.stop();
    await database.close();
  }
}

/** Now and then LINE fails. */
function faultOf(thrown: number, way: 'reply' | 'push'): Fault {
  const faults: readonly Fault[] = [
    'answerLost',
    'serverError',
    'notSent',
    way === 'push' ? 'quotaUsedUp' : 'tokenGone',
  ];
  return faults[thrown] ?? 'none';
}
