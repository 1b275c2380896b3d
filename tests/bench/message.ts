import { cpus } from 'node:os';
import { rounded, type Spread, spreadOf } from './figures.ts';
import { type Line, openLine } from './line.ts';
import { register } from './officer.ts';
import { cpuMs, rssMb } from './processes.ts';
import { openStage, type Stage } from './stage.ts';
import { type Run, type Talker, talk } from './talk.ts';

export type MessageOptions = {
  /** Messages that this bot has to answer before its memory is read. */
  readonly answers: number;
  /** Length of each measured run. */
  readonly seconds: number;
  readonly pairs: number;
  /** A folder for a CPU profile of this bot. */
  readonly profile: string | undefined;
  readonly tell: (line: string) => void;
};

export type MessageResult = {
  readonly lines: readonly string[];
  readonly figures: Readonly<Record<string, number | readonly number[]>>;
};

const connections = 50;
/** Milliseconds. At first just-in-time compilers have to see the way of a message often enough. */
const warmUp = { first: 8_000, later: 1_000 } as const;

/**
 * This bot beside a bare echo bot, in a closed loop: each connection is one person, who says the next thing when the
 * last reply has arrived. Runs of both alternate, so that what the machine does besides meets both.
 */
export async function benchMessage(options: MessageOptions): Promise<MessageResult> {
  const { profile, tell } = options;
  const stage = await openStage({ officers: connections, profile, tell });
  try {
    const line = await openLine(stage.standIn.port);
    const result = await compare(stage, line, options);
    line.close();
    return result;
  } finally {
    await stage.close();
  }
}

type Pair = { readonly echo: Run; readonly bot: Run };

async function compare(stage: Stage, line: Line, options: MessageOptions): Promise<MessageResult> {
  const { answers, seconds, pairs, tell } = options;
  const echo = echoTalkers(line, stage);
  const bot = await officers(line, stage);
  tell(`${bot.length} officers are registered; warming up`);
  await talk(echo, warmUp.first, 0);
  let answered = (await talk(bot, warmUp.first, 0)).said;
  const measured: Pair[] = [];
  for (let pair = 1; pair <= pairs; pair += 1) {
    const echoRun = await talk(echo, warmUp.later, seconds * 1000);
    const botRun = await talk(bot, warmUp.later, seconds * 1000);
    measured.push({ echo: echoRun, bot: botRun });
    answered += botRun.said;
    tell(`pair ${pair}: echo bot ${rounded(echoRun.perSecond)}/s, this bot ${rounded(botRun.perSecond)}/s`);
  }
  const costs = await costsOf(stage, bot);
  answered += costs.said;
  while (answered < answers) {
    answered += (await talk(bot, 0, 10_000)).said;
    tell(`${answered} of ${answers} messages answered, ${rounded(await rssMb(stage.bot.pid))} MB`);
  }
  return summary(measured, costs, answered, await rssMb(stage.bot.pid));
}

const userId = (place: number) => `U${place.toString(16).padStart(32, '0')}`;

function echoTalkers(line: Line, { echo }: Stage): readonly Talker[] {
  return Array.from({ length: connections }, (_, place) => {
    const connection = line.connect(userId(place), echo.port);
    return () => connection.say('สาม');
  });
}

function officers(line: Line, { bot, codes }: Stage): Promise<readonly Talker[]> {
  return Promise.all(codes.map((code, place) => register(line.connect(userId(place), bot.port), code)));
}

type Costs = { readonly bot: number; readonly mongod: number; readonly said: number };

/** Processor time of an answer in milliseconds, which says more than its rate while the machine is busy otherwise. */
async function costsOf({ bot, mongodPid }: Stage, talkers: readonly Talker[]): Promise<Costs> {
  const used = async () => ({ bot: await cpuMs(bot.pid), mongod: await cpuMs(mongodPid) });
  const before = await used();
  const { said } = await talk(talkers, 0, 4_000);
  const after = await used();
  return { bot: (after.bot - before.bot) / said, mongod: (after.mongod - before.mongod) / said, said };
}

function summary(pairs: readonly Pair[], costs: Costs, answered: number, rss: number): MessageResult {
  const of = (figure: (pair: Pair) => number) => spreadOf(pairs.map(figure));
  const measured = {
    ratio50: of(({ bot, echo }) => bot.perSecond / echo.perSecond),
    botPerSecond50: of(({ bot }) => bot.perSecond),
    echoPerSecond50: of(({ echo }) => echo.perSecond),
    p50Ms: of(({ bot }) => bot.p50),
    p99Ms: of(({ bot }) => bot.p99),
    echoP50Ms: of(({ echo }) => echo.p50),
    echoP99Ms: of(({ echo }) => echo.p99),
  };
  const cost = { botCpuMs: costs.bot, mongodCpuMs: costs.mongod };
  const figures = Object.entries(measured).flatMap(([name, spread]) => figuresOf(name, spread));
  return {
    lines: [
      `${connections} connections, ${pairs.length} alternating pairs, ${cpus().length} processors, node ${process.version}`,
      `${''.padEnd(20)}${'median'.padStart(10)}   least to greatest`,
      ...Object.entries(measured).map(([name, spread]) => row(name, spread)),
      `processor time of an answer: ${rounded(costs.bot, 2)} ms here, ${rounded(costs.mongod, 2)} ms in MongoDB`,
      `this bot answered ${answered} messages and has ${rounded(rss)} MB in memory`,
    ],
    figures: {
      ...Object.fromEntries(figures),
      ...Object.fromEntries(Object.entries(cost).map(([name, ms]) => [name, rounded(ms, 2)])),
      answered,
      rssMb: rounded(rss),
    },
  };
}

const digitsOf = (name: string) => (name.startsWith('ratio') ? 3 : 1);

function figuresOf(
  name: string,
  { median, least, greatest }: Spread,
): [string, number | readonly number[]][] {
  const round = (figure: number) => rounded(figure, digitsOf(name));
  return [
    [name, round(median)],
    [`${name}Spread`, [round(least), round(greatest)]],
  ];
}

function row(name: string, { median, least, greatest }: Spread): string {
  const shown = (figure: number) => figure.toFixed(digitsOf(name));
  return `${name.padEnd(20)}${shown(median).padStart(10)}   ${shown(least)} to ${shown(greatest)}`;
}
