import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { importRegistry } from '../features/registry/file/importRegistry.ts';
import type { RegistryProblem } from '../features/registry/rules/problem.ts';
import { bangkokDate } from '../programme/calendar/calendar.ts';
import { createTexts } from '../text/texts.ts';
import { OperatorProblem } from './problem.ts';
import { runOnDatabase } from './run.ts';

export function importCommand(): Command {
  const registry = new Command('registry')
    .description(
      'Takes over the registry of centers from a CSV or XLSX file; the same file again changes nothing',
    )
    .argument('<file>', 'CSV or XLSX, with Thai or English column names')
    .option('--dry-run', 'only say what would happen')
    .option('--sheet <name>', 'which sheet of a workbook, where several fit')
    .option('--strict', 'end with exit code 1 when a row was rejected')
    .option('--json', 'print the result as one JSON line')
    .action(importFile);
  return new Command('import').description('Takes over data from files').addCommand(registry);
}

type Options = {
  readonly dryRun?: boolean;
  readonly sheet?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
};

async function importFile(file: string, options: Options): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorProblem(`${file} cannot be read (${error.code}). Give the path of a CSV or XLSX file.`);
  });
  const sentence = sentences();
  await runOnDatabase(options, async ({ store, clock }, { say, warn }) => {
    const dryRun = options.dryRun ?? false;
    const source = { bytes, name: basename(file), sheet: options.sheet };
    const report = await importRegistry(source, store.registry, bangkokDate(clock.now()), dryRun);
    if (report.kind === 'refused') throw new OperatorProblem(sentence(report.problem));
    say(
      `created ${report.created}, updated ${report.updated}, unchanged ${report.unchanged}, rejected ${report.rejected.length}`,
    );
    if (report.sheet !== undefined) say(`sheet ${report.sheet}`);
    if (dryRun) say('dry run: nothing was written');
    for (const { id, name } of report.centers) say(`  ${id}  ${name}`);
    const rejected = report.rejected.map(({ line, problems }) => ({
      line,
      reason: problems.map(sentence).join(' '),
    }));
    for (const { line, reason } of rejected) say(`line ${line} rejected: ${reason}`);
    for (const remark of report.remarks) warn(`line ${remark.line}: ${sentence(remark)}`);
    if (options.strict && rejected.length > 0) process.exitCode = 1;
    const { created, updated, unchanged, centers } = report;
    const { sheet } = report;
    return { ...(sheet !== undefined && { sheet }), created, updated, unchanged, rejected, centers, dryRun };
  });
}

/** A problem in words, Thai and English, as operators of both read it. */
function sentences(): (problem: RegistryProblem) => string {
  const texts = createTexts();
  return ({ code, params }) => {
    const text = { key: `registry:file.${code}` as const, params };
    return `${texts.render(text, 'th')} / ${texts.render(text, 'en')}`;
  };
}
