import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { readWording, type WordingProblem } from '../features/form/wording/readWording.ts';
import { takeWording } from '../features/form/wording/takeWording.ts';
import { features } from '../features/index.ts';
import { checkForms, formsOf } from '../kernel/forms.ts';
import { createTexts } from '../text/texts.ts';
import { fileProblemWords } from './fileProblemWords.ts';
import { OperatorProblem } from './problem.ts';
import { print, runOnDatabase } from './run.ts';

type Options = { json?: boolean };

const problemWords: { readonly [P in WordingProblem]: string } = {
  unknownForm: 'there is no such form: write its id, for example center-assessment or center-assessment@2565',
  unknownItem: 'the form has no item of that number',
  unknownAnswer: 'the item has no such answer: leave it blank, or give for example 1, 2 or 3',
  missingText: 'the text is missing',
  textTooLong: 'the text is longer than 1,000 characters',
  tooManyCells: 'the row has more cells than the header: put a text with commas in quotation marks',
  errorCell: 'a cell holds a fault of the spreadsheet, such as #REF!: write its value',
};

export function formCommand(): Command {
  const json = (command: Command) => command.option('--json', 'print the result as one JSON line');
  const take = new Command('import')
    .description(
      "Takes over what the paper form itself says at its items; an item's texts replace those of before",
    )
    .argument('<file>', 'CSV or XLSX with the columns form, item, answer (blank for the item itself), text')
    .option('--sheet <name>', 'which sheet of a workbook, where several fit');
  return new Command('form')
    .description('The forms that the bot asks')
    .addCommand(
      new Command('wording')
        .description('The official wording of forms')
        .addCommand(json(take).action(importWording)),
    )
    .addCommand(json(new Command('list').description('Lists forms and versions')).action(list))
    .addCommand(
      json(new Command('check').description('Checks every form as the bot does when it starts')).action(
        check,
      ),
    );
}

function list({ json }: Options): void {
  const forms = formsOf(features).map(({ form }) => ({
    id: form.id,
    version: form.version,
    steps: form.steps.length,
    source: form.source,
  }));
  for (const { id, version, steps, source } of json ? [] : forms)
    print(`${id} ${version}  ${steps} steps  ${source}`);
  if (json) print(JSON.stringify({ forms }));
}

function check({ json }: Options): void {
  const faults = checkForms(features, createTexts(features));
  if (json) print(JSON.stringify({ forms: formsOf(features).length, faults }));
  if (faults.length > 0) throw new OperatorProblem(faults.join('\n'));
  if (!json) print(`${formsOf(features).length} forms are sound`);
}

async function importWording(file: string, options: Options & { readonly sheet?: string }): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorProblem(`${file} cannot be read (${error.code}). Give the path of a CSV or XLSX file.`);
  });
  const forms = formsOf(features).map(({ form }) => form);
  const reading = await readWording({ bytes, name: basename(file), sheet: options.sheet }, forms);
  if (reading.kind === 'refused') throw new OperatorProblem(fileProblemWords(reading.problem));
  if (reading.kind === 'empty')
    throw new OperatorProblem(
      `${basename(file)} has no texts: below a first row with form, item, answer, text comes a row for each.`,
    );
  await runOnDatabase(options, async ({ store }, { say, warn }) => {
    for (const remark of reading.remarks) warn(`line ${remark.line}: ${fileProblemWords(remark)}`);
    const taken: { form: string; items: number; changed: boolean }[] = [];
    for (const one of reading.wordings)
      taken.push({
        form: one.id,
        items: Object.keys(one.items).length,
        changed: await takeWording(store.wordings, one),
      });
    const rejected = reading.rejected.map(({ line, problem }) => ({ line, reason: problemWords[problem] }));
    for (const { form, items, changed } of taken)
      say(`${form}: ${items} items ${changed ? 'taken over' : 'as before'}`);
    for (const { line, reason } of rejected) say(`line ${line} rejected: ${reason}`);
    return { taken, rejected };
  });
}
