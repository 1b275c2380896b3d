import { Command } from 'commander';
import { bangkokDate, fiscalYearOf } from '../programme/calendar/calendar.ts';
import type { FiscalYear } from '../programme/ids.ts';
import { unitId } from '../programme/report/unit.ts';
import type { Database } from '../start/database.ts';
import { OperatorProblem } from './problem.ts';
import { runOnDatabase } from './run.ts';
import { toFiscalYear } from './year.ts';

type Options = { json?: boolean; year?: FiscalYear };

export function standingsCommand(): Command {
  const command = (name: string, what: string) =>
    new Command(name)
      .description(what)
      .option('--year <year>', 'fiscal year in the Buddhist Era; all years when absent', toFiscalYear)
      .option('--json', 'print the result as one JSON line');
  return new Command('standings')
    .description('The figures of centers, other units and areas')
    .addCommand(command('rebuild', 'Makes the figures anew out of the reports').action(rebuild))
    .addCommand(
      command('check', 'Compares the figures with the reports; exits 1 where they differ').action(check),
    );
}

async function rebuild(options: Options): Promise<void> {
  await runOnDatabase(options, async (database, { say }) => {
    let units = 0;
    for (const year of await yearsOf(options, database))
      units += (await database.store.standings.rebuild(year)).units;
    say(`rebuilt the figures of ${units} reporting ${units === 1 ? 'unit' : 'units'}`);
    return { units };
  });
}

async function check(options: Options): Promise<void> {
  await runOnDatabase(options, async (database, { say }) => {
    const differences = [];
    for (const year of await yearsOf(options, database)) {
      for (const difference of await database.store.standings.check(year))
        differences.push({ year, ...difference });
    }
    if (differences.length > 0) {
      const lines = differences.map(({ year, unit }) => `  ${year} ${unitId(unit)}`);
      throw new OperatorProblem(
        [`Figures that differ from the reports: ${differences.length}`, ...lines].join('\n'),
      );
    }
    say('the figures are what the reports say');
    return { differences };
  });
}

/** The year asked for, or all that were ever opened, or the present one while none was. */
async function yearsOf({ year }: Options, { store, clock }: Database): Promise<readonly FiscalYear[]> {
  if (year !== undefined) return [year];
  const opened = (await store.years.list()).map((each) => each.year);
  return opened.length > 0 ? opened : [fiscalYearOf(bangkokDate(clock.now()))];
}
