import { randomBytes, randomUUID } from 'node:crypto';
import type { TrialConfig } from '../config.ts';
import { createSimulator, type Simulator } from '../simulator/index.ts';
import { pageTexts } from '../text/resources.ts';
import { samplePeople } from '../trial/samplePeople.ts';
import { createLog } from '../web/log.ts';
import { createApp } from './app.ts';
import { openDatabase } from './database.ts';
import { onceUp } from './onceUp.ts';
import { seedTrial } from './seed.ts';
import { keepPeople, keptPeople } from './trialPeople.ts';

export type TrialOptions = { readonly fresh: boolean; readonly tell: (line: string) => void };

/**
 * A trial on this machine: a local MongoDB, the sample province, the LINE stand-in, and the bot itself,
 * which is the same as in production. Stopping keeps the data.
 */
export async function startTrial(
  config: TrialConfig,
  { fresh, tell }: TrialOptions,
): Promise<() => Promise<void>> {
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, process.stdout);
  const database = await onceUp(
    log,
    () => openDatabase(config, { owner: 'trial', fresh, progress: tell }),
    tell,
  );
  const secret = randomBytes(16).toString('hex');
  const token = randomBytes(32).toString('base64url');
  const simulator = await createSimulator({
    port: config.simulatorPort,
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: `http://127.0.0.1:${config.port}/webhook`,
    now: database.clock.now,
    newId: randomUUID,
    people: await keptPeople(config.dataDir, samplePeople),
    onPeopleChanged: (people) => void keepPeople(config.dataDir, people),
    loopbackMedia: true,
    texts: pageTexts(),
  });
  const line = {
    channelSecrets: [secret],
    channelAccessToken: token,
    apiBaseUrl: simulator.url,
    dataApiBaseUrl: simulator.url,
  };
  const base = config.publicBaseUrl ?? `http://127.0.0.1:${config.port}`;
  const codes = await onceUp(log, () => seedTrial(database, samplePeople));
  const app = await createApp({
    config: { ...config, publicBaseUrl: base },
    line,
    database,
    log,
    scheduled: true,
  });
  greet(tell, simulator, codes);
  return async () => {
    await app.close();
    await simulator.close();
    await database.close();
  };
}

function greet(
  tell: TrialOptions['tell'],
  simulator: Simulator,
  codes: Awaited<ReturnType<typeof seedTrial>>,
): void {
  tell('');
  tell('Fundline is running as a TRIAL with a sample province. Nothing leaves this machine.');
  tell(`  Chat as officer, chair, district head or provincial officer: ${simulator.url}`);
  tell('  Invitation codes for new people:');
  for (const { code, who } of codes) tell(`    ${code}  ${who}`);
  tell('  Stop with Ctrl+C; the data stay. Begin anew with: npm start -- --fresh');
}
