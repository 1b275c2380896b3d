import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { ConfigProblem, readConfig } from './config.ts';
import { createApp } from './start/app.ts';
import { openDatabase } from './start/database.ts';
import { onceUp } from './start/onceUp.ts';
import { warnOfRuntime } from './start/runtime.ts';
import { startTrial } from './start/trial.ts';
import { ConnectProblem, KeyProblem, SchemaProblem } from './storage/index.ts';
import { LocalMongodProblem } from './storage/mongod/problem.ts';
import { createLog } from './web/log.ts';

/** How long a stop may take, in milliseconds, before the process ends anyhow; others take over what is left. */
const longestStop = 10_000;

/** Left to itself the heap grows to four times of what is in use before it is swept, for a few percent of speed. */
setFlagsFromString('--heap-growing-percent=50');

const tell = (line: string) => process.stderr.write(`${line}\n`);

type Stop = () => Promise<void>;

async function start(): Promise<Stop> {
  const config = readConfig();
  const { fresh = false } = parseArgs({ options: { fresh: { type: 'boolean' } } }).values;
  if (config.mode === 'trial') return startTrial(config, { fresh, tell });
  const log = createLog(config.logLevel, process.stdout);
  warnOfRuntime(log, process.versions.node, new Date());
  const database = await onceUp(log, () => openDatabase(config, { owner: 'command', progress: tell }), tell);
  for (const warning of database.warnings) tell(warning);
  if (config.publicBaseUrl === undefined)
    tell(
      'PUBLIC_BASE_URL is not set: photos in reviews are shown as words and announcements carry no photo or document, since nobody could fetch them.',
    );
  const app = await createApp({ config, line: config.line, database, log, scheduled: true });
  return async () => {
    await app.close();
    await database.close();
  };
}

/** A fault of the set-up is told in words; anything else is a bug and shows where it happened. */
const isOperatorsFault = (error: unknown): error is Error =>
  [ConfigProblem, ConnectProblem, KeyProblem, SchemaProblem, LocalMongodProblem].some(
    (kind) => error instanceof kind,
  );

/** Until the bot works there is nothing to finish. */
let stop: Stop = async () => {};
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), longestStop).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

try {
  stop = await start();
} catch (error) {
  if (!isOperatorsFault(error)) throw error;
  tell(error.message);
  process.exitCode = 1;
}
