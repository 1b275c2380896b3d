import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { placeOf } from '../features/deadline/file/readRow.ts';
import { features } from '../features/index.ts';
import { duesOf } from '../kernel/dues.ts';
import { scopeKey } from '../programme/area/areas.ts';
import { bangkokDate, buddhistDate, fiscalYearOf, parseIsoDate } from '../programme/calendar/calendar.ts';
import { ruleFor } from '../programme/deadline/dueFor.ts';
import { type DeadlineKind, dueKindOf } from '../programme/deadline/kind.ts';
import { type Letter, type Urgency, urgencies } from '../programme/deadline/letter.ts';
import type { FiscalYear, IsoDate } from '../programme/ids.ts';
import { setByOperator } from '../start/deadlines.ts';
import { type AreaOptions, areaOf } from './area.ts';
import { importFile, importKnown } from './deadlineImport.ts';
import { dateWords, placeWords, problemWords, toldWords, warningWords } from './deadlineWords.ts';
import { OperatorProblem } from './problem.ts';
import { runOnDatabase } from './run.ts';
import { toFiscalYear } from './year.ts';

const dues = duesOf(features);
const kinds = dues.map(({ id }) => id);

const jsonOption = ['--json', 'print the result as one JSON line'] as const;
const yearOption = ['--year <year>', 'fiscal year in the Buddhist Era, for example 2565'] as const;

export function deadlinesCommand(): Command {
  const list = new Command('list')
    .description('Lists the due dates of a year; the present one when none is given')
    .option(...yearOption, toFiscalYear)
    .option(...jsonOption)
    .action(listDates);
  const set = new Command('set')
    .description(
      'Sets a due date for the nation, a province or a district; whom it concerns is told by message',
    )
    .addOption(new Option('--kind <kind>', 'what is due').choices(kinds).makeOptionMandatory())
    .requiredOption(...yearOption, toFiscalYear)
    .option('--province <province>', 'where it holds; in the whole nation when absent')
    .option('--district <district>', 'needs --province')
    .requiredOption('--due <date>', 'the last day, for example 2565-08-09 or 2022-08-09', toDate)
    .option('--letter <number>', 'the number of the letter that sets it')
    .option('--letter-date <date>', 'the date of that letter, for example 2565-08-01', toDate)
    .addOption(new Option('--urgency <urgency>', 'how urgent that letter is').choices(urgencies))
    .option(...jsonOption)
    .action(setDate);
  const take = new Command('import')
    .description(
      "Sets the due dates of a CSV or XLSX file, or without one takes over the programme's own that are known",
    )
    .argument(
      '[file]',
      'CSV or XLSX with the columns kind, year, province, district, due, letter, letter_date, urgency',
    )
    .option('--year <year>', 'without a file: the fiscal year whose dates are taken over', toFiscalYear)
    .option('--sheet <name>', 'which sheet of a workbook, where several fit')
    .option(...jsonOption)
    .action(importDates);
  return new Command('deadlines')
    .description('What is due when: the dates of the programme, of provinces and of districts')
    .addCommand(list)
    .addCommand(set)
    .addCommand(take);
}

/** Reads a date of either era. */
function toDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (!date) throw new InvalidArgumentError('give a date like 2565-08-09 or 2022-08-09');
  return date;
}

async function listDates(options: { year?: FiscalYear; json?: boolean }): Promise<void> {
  await runOnDatabase(options, async ({ store, clock }, { say }) => {
    const now = clock.now();
    const year = options.year ?? (await store.years.present(now)) ?? fiscalYearOf(bangkokDate(now));
    const rules = await store.deadlines.rules(year);
    const deadlines = rules.toSorted(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        (a.part ?? 0) - (b.part ?? 0) ||
        scopeKey(a.area).localeCompare(scopeKey(b.area), 'th'),
    );
    if (deadlines.length === 0) say(`no due dates are set for ${year}`);
    const listed = deadlines.map((rule) => {
      const standing = ruleFor(rules, rule.kind, rule, rule.area);
      // When a paper's date was taken over is not when it was set.
      const { plan: _plan, setAt: _at, ...date } = rule;
      return { ...date, ...(standing && standing !== rule && { overriddenBy: standing.area }) };
    });
    for (const date of listed) say(dateWords(date));
    return { year, deadlines: listed };
  });
}

type SetOptions = AreaOptions & {
  readonly kind: DeadlineKind;
  readonly year: FiscalYear;
  readonly due: IsoDate;
  readonly letter?: string;
  readonly letterDate?: IsoDate;
  readonly urgency?: Urgency;
  readonly json?: boolean;
};

async function setDate(options: SetOptions): Promise<void> {
  const { kind, year, due } = options;
  const place = placeOf(dueKindOf(dues, kind), year, areaOf(options), due);
  if (!place)
    throw new OperatorProblem(
      `${buddhistDate(due)} is in no quarter or month of ${year}, so it is no date of ${kind}.`,
    );
  const letter = letterIn(options);
  await runOnDatabase(options, async ({ store, clock }, { say, warn }) => {
    if (letter?.date && letter.date > bangkokDate(clock.now()))
      throw new OperatorProblem(`The letter is dated ${buddhistDate(letter.date)}, which lies ahead.`);
    const given = { due, ...(letter && { letter }) };
    const { outcome, warnings, told } = await setByOperator(store, place, given, clock.now());
    if (outcome.kind === 'refused') throw new OperatorProblem(problemWords(outcome.problem));
    for (const warning of warnings) warn(warningWords(warning));
    const before = outcome.kind === 'set' ? outcome.before : undefined;
    const was = before ? ` (before: ${buddhistDate(before)})` : '';
    say(
      outcome.kind === 'set'
        ? `set ${placeWords(place)}: ${buddhistDate(due)}${was}`
        : `${placeWords(place)}: ${buddhistDate(due)} already`,
    );
    if (outcome.kind === 'set') say(toldWords(told));
    return { ...place, due, result: outcome.kind, ...(before ? { before } : {}), warnings, told };
  });
}

function letterIn({ letter: number, letterDate: date, urgency }: SetOptions): Letter | undefined {
  if (number !== undefined) return { number, ...(date && { date }), ...(urgency && { urgency }) };
  if (date || urgency) throw new OperatorProblem('Give the letter its number: --letter.');
  return undefined;
}

async function importDates(
  file: string | undefined,
  options: { year?: FiscalYear; json?: boolean },
): Promise<void> {
  if (file === undefined) return importKnown(options);
  if (options.year !== undefined)
    throw new OperatorProblem(
      'A file says of itself which year each date is of: leave out --year, or the file.',
    );
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorProblem(`${file} cannot be read (${error.code}). Give the path of a CSV or XLSX file.`);
  });
  return importFile({ bytes, name: basename(file) }, options);
}
