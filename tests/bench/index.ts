/**
 * Benchmarks: `npm run bench -- <name>`. Everything is compiled first and run by plain node, as in production.
 * This process is the load; the bots, the stand-in for LINE and MongoDB are processes of their own on loopback.
 */
import { parseArgs } from 'node:util';
import { seed } from '../seed.ts';
import { benchMessage } from './message.ts';
import { countMessages } from './messages/bench.ts';
import { benchSummary } from './summary.ts';
import { simulateYear } from './year.ts';

const usage = `usage: npm run bench -- message [--json] [--answers N] [--seconds S] [--pairs N] [--profile FOLDER]
       npm run bench -- year [--json]
       npm run bench -- summary [--json]
       npm run bench -- messages [--json] [--chat]

  message   this bot beside a bare echo bot of @line/bot-sdk that stores nothing
  year      pushes by the clock in a simulated year, per person and month
  summary   the nation's and a district's summary, with the nation as it is and ten times that
  messages  how many messages a person sends for an assessment, five households and eight registry entries

  --json      one line of JSON last
  --answers   let this bot answer at least so many messages before its memory is read
  --seconds   length of each measured run (default 4)
  --pairs     alternating pairs of runs (default 5)
  --profile   write a CPU profile of this bot into a folder
  --chat      print what is said`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    answers: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '4' },
    pairs: { type: 'string', default: '5' },
    profile: { type: 'string' },
    chat: { type: 'boolean', default: false },
  },
});
const [answers, seconds, pairs] = [values.answers, values.seconds, values.pairs].map(Number);

if (positionals.join() === 'message' && answers !== undefined && answers >= 0 && seconds && pairs) {
  const { json, profile } = values;
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const result = await benchMessage({ answers, seconds, pairs, profile, tell });
  process.stdout.write(`${result.lines.join('\n')}\n`);
  if (json) process.stdout.write(`${JSON.stringify(result.figures)}\n`);
} else if (positionals.join() === 'year') {
  const figures = simulateYear(seed);
  for (const { month, mean, most } of figures.byMonth)
    process.stdout.write(`${month}  mean ${mean.toFixed(2)}  most ${most}\n`);
  const { people, pushes, mean, most, slowestMs } = figures;
  process.stdout.write(
    `${people} people, ${pushes} pushes: ${mean.toFixed(2)} a month each, at most ${most}; the slowest morning was planned in ${slowestMs} ms\n`,
  );
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
} else if (positionals.join() === 'summary') {
  const figures = await benchSummary((line) => void process.stderr.write(`${line}\n`));
  for (const [name, ms] of Object.entries(figures)) process.stdout.write(`${name.padEnd(18)}${ms}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
} else if (positionals.join() === 'messages') {
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const hear = (act: string, answer: string) => {
    if (values.chat) tell(`\n> ${act}\n${answer}`);
  };
  const { counts, lines } = await countMessages({ tell, hear });
  process.stdout.write(`${lines.join('\n')}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(counts)}\n`);
} else {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
}
