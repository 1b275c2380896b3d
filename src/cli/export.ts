import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { createExports, type Exports } from '../exports/index.ts';
import { features } from '../features/index.ts';
import type { DocumentContent, DocumentKind } from '../kernel/document/kind.ts';
import { documentKinds } from '../kernel/document/kinds.ts';
import { findForms } from '../kernel/forms.ts';
import type { Language } from '../kernel/person.ts';
import { type Scope, scopeKey } from '../programme/area/areas.ts';
import { bangkokDate, fiscalYearOf } from '../programme/calendar/calendar.ts';
import type { FiscalYear } from '../programme/ids.ts';
import type { Database } from '../start/database.ts';
import { createTexts } from '../text/texts.ts';
import { areaOf } from './area.ts';
import { centerNamed } from './center.ts';
import { OperatorProblem } from './problem.ts';
import { runOnDatabase } from './run.ts';
import { toFiscalYear } from './year.ts';

type Options = {
  readonly out: string;
  readonly year?: FiscalYear;
  readonly province?: string;
  readonly district?: string;
  readonly center?: string;
  readonly language: Language;
  readonly json?: boolean;
};

const kinds = documentKinds(features);

export function exportCommand(): Command {
  return new Command('export')
    .description('Writes an official document of an area and a year into a file')
    .addArgument(new Argument('<document>', 'which document').choices([...kinds.keys()]))
    .requiredOption('--out <file>', 'ends in .pdf, .xlsx or .csv, and is written as that', toFile)
    .option('--year <year>', 'fiscal year in the Buddhist Era; the one opened last when absent', toFiscalYear)
    .option('--province <name>', 'a province; the nation when absent')
    .option('--district <name>', 'a district of the province')
    .option('--center <id or name>', 'a center')
    .addOption(new Option('--language <language>', 'of the document').choices(['th', 'en']).default('th'))
    .option('--json', 'print the result as one JSON line')
    .action(exportDocument);
}

const formats = ['pdf', 'xlsx', 'csv'] as const;
type Format = (typeof formats)[number];

const formatOf = (file: string): Format | undefined =>
  formats.find((format) => extname(file).toLowerCase() === `.${format}`);

function toFile(file: string): string {
  if (formatOf(file) === undefined)
    throw new InvalidArgumentError('end the name in .pdf, .xlsx or .csv, for example assessment.pdf');
  return file;
}

async function exportDocument(id: string, options: Options): Promise<void> {
  await runOnDatabase(options, async (database, { say }) => {
    const year = options.year ?? (await presentYear(database));
    const area = await areaNamed(options, database);
    const kind = kinds.get(id);
    const content = await kind?.read(
      { store: database.store, forms: findForms(features) },
      { year, area, names: true },
    );
    if (!kind || !content) throw new OperatorProblem(nothing(kind, year, area));
    const made = createExports(createTexts(features));
    const bytes = await fileOf(made, content, formatOf(options.out) ?? 'pdf', options.language, database);
    await write(options.out, bytes);
    const rows = content.list.rows.length;
    say(`wrote ${options.out}: ${id} ${year}, ${rows} ${rows === 1 ? 'row' : 'rows'}`);
    return { document: id, year, out: options.out, rows, bytes: bytes.length };
  });
}

const nothing = (kind: DocumentKind | undefined, year: FiscalYear, area: Scope): string =>
  `There is nothing to export: no ${kind?.id ?? 'document'} of ${year} in ${scopeKey(area) || 'the nation'}.`;

function fileOf(
  { pdf, xlsx, csv }: Exports,
  content: DocumentContent,
  format: Format,
  language: Language,
  { clock }: Database,
): Uint8Array | Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return pdf(content, { language, at: clock.now() });
    case 'xlsx':
      return xlsx(content, language);
    case 'csv':
      return Buffer.from(csv(content, language));
    default:
      return format satisfies never;
  }
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorProblem(
      `${file} cannot be written (${error.code}). Name a file in a folder that exists.`,
    );
  });
}

const presentYear = async ({ store, clock }: Database): Promise<FiscalYear> =>
  (await store.years.present(clock.now())) ?? fiscalYearOf(bangkokDate(clock.now()));

async function areaNamed(options: Options, { store }: Database): Promise<Scope> {
  const area = areaOf(options);
  if (options.center === undefined) return area;
  const { id: center, province, district } = await centerNamed(options.center, area, store);
  return { kind: 'center', province, district, center };
}
