import { Command, InvalidArgumentError } from 'commander';
import { bangkokDate, comingFiscalYear, readFiscalYear } from '../domain/calendar/calendar.ts';
import type { FiscalYear } from '../domain/ids.ts';
import { newForms } from '../flows/forms/index.ts';
import { OperatorProblem } from './problem.ts';
import { runOnDatabase } from './run.ts';

type Options = { json?: boolean };

export function yearCommand(): Command {
  const withYear = (name: string, what: string) =>
    new Command(name)
      .description(what)
      .argument('<year>', 'fiscal year in the Buddhist Era, for example 2565', toFiscalYear)
      .option('--json', 'print the result as one JSON line');
  return new Command('year')
    .description('Programme years: reports belong to the one opened last')
    .addCommand(
      withYear('open', 'Opens a year for reports and pins the newest version of each form')
        .option('--yes', 'open it even if it lies after the coming fiscal year')
        .action(open),
    )
    .addCommand(withYear('close', 'Closes a year: its drafts can only be read from now on').action(close))
    .addCommand(
      new Command('list')
        .description('Lists the years')
        .option('--json', 'print the result as one JSON line')
        .action(list),
    );
}

/** Reads a fiscal year; a Gregorian one is a slip that is told. */
export function toFiscalYear(text: string): FiscalYear {
  const year = readFiscalYear(Number(text));
  if (year === undefined) throw new InvalidArgumentError('give a year of the Buddhist Era, for example 2565');
  return year;
}

/** New reports go to the year opened last, so a slip of the keys would send those of the whole nation astray. */
async function open(year: FiscalYear, options: Options & { yes?: boolean }): Promise<void> {
  await runOnDatabase(options, async ({ store, clock }, { say }) => {
    const now = clock.now();
    const coming = comingFiscalYear(bangkokDate(now));
    if (year > coming && !options.yes)
      throw new OperatorProblem(
        `${year} lies after the coming fiscal year, ${coming}, and new reports go to the year opened last. ` +
          `If it is meant: npm run -s fundline -- year open ${year} --yes`,
      );
    const result = await store.years.open(year, now, newForms());
    say(result === 'opened' ? `opened ${year}` : `${year} is open already`);
    return { year, result };
  });
}

async function close(year: FiscalYear, options: Options): Promise<void> {
  await runOnDatabase(options, async ({ store, clock }, { say }) => {
    const result = await store.years.close(year, clock.now());
    if (result === 'notOpen') throw new OperatorProblem(`${year} is not open.`);
    say(`closed ${year}`);
    return { year, result };
  });
}

async function list(options: Options): Promise<void> {
  await runOnDatabase(options, async ({ store }, { say }) => {
    const years = await store.years.list();
    if (years.length === 0) say('no year was ever opened: reports belong to the present fiscal year');
    for (const { year, closedAt, forms } of years) {
      const versions = Object.entries(forms).map(([form, version]) => `${form} ${version}`);
      say(`${year}  ${closedAt ? 'closed' : 'open'}  ${versions.join(', ')}`);
    }
    return { years };
  });
}
