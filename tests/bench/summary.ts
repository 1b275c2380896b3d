import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile, rounded } from './figures.ts';
import { type Connection, openLine } from './line.ts';
import { multiply, type Nation, seedNation } from './nation.ts';
import { type Bare, openBare } from './stage.ts';

export type SummaryFigures = {
  /** Milliseconds from message to reply, of which 95 in 100 were faster; the nation as it is, and ten times that. */
  readonly nationP95Ms: number;
  readonly nation10P95Ms: number;
  readonly districtP95Ms: number;
  readonly district10P95Ms: number;
  /** How long a national summary held the event loop at the longest; the median of three runs. */
  readonly loopHeldMs: number;
  readonly loopHeld10Ms: number;
};

const runs = 3;
const perRun = 15;
const warmUp = 5;
const times = 10;

/**
 * `สรุป` of the nation and of one district, from message to reply: 1,138 centers in the districts there are, their
 * reports and households; then ten such registries with their reports side by side in the same database.
 */
export async function benchSummary(tell: (line: string) => void): Promise<SummaryFigures> {
  const stage = await openBare({ tell });
  try {
    const nation = await seedNation(stage.env, tell);
    const once = await measure(stage, nation, tell);
    await multiply(stage.env, times, tell);
    const tenfold = await measure(stage, nation, tell);
    return {
      nationP95Ms: once.nationP95,
      nation10P95Ms: tenfold.nationP95,
      districtP95Ms: once.districtP95,
      district10P95Ms: tenfold.districtP95,
      loopHeldMs: once.held,
      loopHeld10Ms: tenfold.held,
    };
  } finally {
    await stage.close();
  }
}

type Measured = { readonly nationP95: number; readonly districtP95: number; readonly held: number };

async function measure(stage: Bare, nation: Nation, tell: (line: string) => void): Promise<Measured> {
  const held = stage.file('held');
  const bot = await stage.startBot(['--import', new URL('./loopWatch.js', import.meta.url).href], {
    BENCH_LOOP_FILE: held,
  });
  const line = await openLine(stage.standIn.port);
  try {
    const district = await summaries(line.connect(userId(), bot.port), await nation.invite('districtHead'));
    const whole = await summaries(line.connect(userId(), bot.port), await nation.invite('department'));
    await district(warmUp);
    await whole(warmUp);
    tell('warm');
    const ofDistrict = await district(runs * perRun);
    const ofNation: number[] = [];
    const bursts: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await heldSince(bot.pid, held);
      ofNation.push(...(await whole(perRun)));
      bursts.push(await heldSince(bot.pid, held));
    }
    const measured = { nationP95: p95(ofNation), districtP95: p95(ofDistrict), held: median(bursts) };
    tell(`measured: ${JSON.stringify(measured)}`);
    return measured;
  } finally {
    line.close();
    await bot.stop();
  }
}

const userId = () => `U${randomBytes(16).toString('hex')}`;

/** Registers with an invitation; then asks for so many summaries, one after the other, and tells how long each took. */
async function summaries(connection: Connection, code: string) {
  for (const text of ['สวัสดี', 'ยินยอม', code, 'ถูกต้อง']) await connection.say(text);
  return async (count: number): Promise<readonly number[]> => {
    const took: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const { reply, ms } = await connection.say('สรุป');
      if (!reply.startsWith('สรุป')) throw new Error(`expected a summary, but it says "${reply}"`);
      took.push(ms);
    }
    return took;
  };
}

/** The longest burst since the last time that this was asked. */
async function heldSince(pid: number, file: string): Promise<number> {
  await rm(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    const found = await readFile(file, 'utf8').catch(() => undefined);
    if (found !== undefined) return Number(found);
    await sleep(5);
  }
}

const p95 = (times: readonly number[]): number =>
  rounded(
    quantile(
      [...times].sort((a, b) => a - b),
      0.95,
    ),
  );
const median = (times: readonly number[]): number =>
  rounded(
    quantile(
      [...times].sort((a, b) => a - b),
      0.5,
    ),
  );
