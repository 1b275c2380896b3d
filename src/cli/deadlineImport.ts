import { type FileProblem, isOwn } from '../features/deadline/file/problem.ts';
import { readDeadlines } from '../features/deadline/file/readDeadlines.ts';
import { features } from '../features/index.ts';
import { duesOf } from '../kernel/dues.ts';
import { bangkokDate } from '../programme/calendar/calendar.ts';
import type { FiscalYear } from '../programme/ids.ts';
import { knownDeadlines, setByOperator, takeOverDeadlines } from '../start/deadlines.ts';
import { createTexts } from '../text/texts.ts';
import { placeWords, toldWords, warningWords } from './deadlineWords.ts';
import { OperatorProblem } from './problem.ts';
import { runOnDatabase } from './run.ts';

type Options = { readonly year?: FiscalYear; readonly sheet?: string; readonly json?: boolean };

/** Takes over the programme's own dates of a year, as its papers gave them. */
export async function importKnown(options: Options): Promise<void> {
  const { year } = options;
  if (year === undefined)
    throw new OperatorProblem('Give a file, or --year 2565 for the dates of the programme that are known.');
  const known = knownDeadlines.filter((deadline) => deadline.year === year);
  if (known.length === 0)
    throw new OperatorProblem(`No dates of ${year} are known: give them in a CSV or XLSX file.`);
  await runOnDatabase(options, async ({ store }, { say }) => {
    const { taken, kept } = await takeOverDeadlines(store.deadlines, known);
    say(`taken over ${taken}, kept ${kept} that were set before`);
    return { year, taken, kept };
  });
}

/** Sets the dates of a file; a bad row never stops the good ones. */
export async function importFile(
  file: { readonly bytes: Buffer; readonly name: string },
  options: Options,
): Promise<void> {
  const sentence = sentences();
  await runOnDatabase(options, async ({ store, clock }, { say, warn }) => {
    const source = { ...file, sheet: options.sheet };
    const reading = await readDeadlines(source, duesOf(features), bangkokDate(clock.now()));
    if (reading.kind === 'refused') throw new OperatorProblem(sentence(reading.problem));
    for (const remark of reading.remarks) warn(`line ${remark.line}: ${sentence(remark)}`);
    let [set, told] = [0, 0];
    for (const { line, place, ...given } of reading.rows) {
      const { outcome, warnings, ...by } = await setByOperator(store, place, given, clock.now());
      if (outcome.kind === 'set') set += 1;
      told += by.told;
      for (const warning of warnings) warn(`line ${line}, ${placeWords(place)}: ${warningWords(warning)}`);
    }
    const unchanged = reading.rows.length - set;
    const rejected = reading.rejected.map(({ line, problems }) => ({
      line,
      reason: problems.map(sentence).join(' '),
    }));
    say(`set ${set}, unchanged ${unchanged}, rejected ${rejected.length}`);
    for (const { line, reason } of rejected) say(`line ${line} rejected: ${reason}`);
    if (set > 0) say(toldWords(told));
    return { set, unchanged, rejected, told };
  });
}

/** A problem in words, Thai and English, as operators of both read it. */
function sentences(): (problem: FileProblem) => string {
  const texts = createTexts();
  return ({ code, params }) => {
    const key = isOwn(code) ? (`deadline:file.${code}` as const) : (`registry:file.${code}` as const);
    const text = { key, params };
    return `${texts.render(text, 'th')} / ${texts.render(text, 'en')}`;
  };
}
