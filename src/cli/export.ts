import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import { createExports, type Exports } from '../exports/index.ts';
import { createSigner } from '../exports/sign/sign.ts';
import { issueDocument } from '../features/document/issue.ts';
import { features } from '../features/index.ts';
import type { DocumentAsked, DocumentContent, DocumentKind } from '../kernel/document/kind.ts';
import { documentKinds } from '../kernel/document/kinds.ts';
import { findForms } from '../kernel/forms.ts';
import type { Language } from '../kernel/person.ts';
import { type Scope, scopeKey } from '../programme/area/areas.ts';
import { bangkokDate, fiscalYearOf } from '../programme/calendar/calendar.ts';
import type { DocumentNumber, FiscalYear } from '../programme/ids.ts';
import { loadCredentials } from '../start/credentials.ts';
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
    const asked = { year, area, names: true };
    const content = await kind?.read({ store: database.store, forms: findForms(features) }, asked);
    if (!kind || !content) throw new OperatorProblem(nothing(kind, year, area));
    const made = createExports(createTexts(features));
    const { bytes, number } = await fileOf(made, { kind, asked, content }, options, database);
    await write(options.out, bytes);
    const rows = content.list().rows.length;
    say(`wrote ${options.out}: ${id} ${year}, ${rows} ${rows === 1 ? 'row' : 'rows'}`);
    if (number !== undefined) say(`document number ${number}`);
    return { document: id, year, out: options.out, rows, bytes: bytes.length, ...(number && { number }) };
  });
}

const nothing = (kind: DocumentKind | undefined, year: FiscalYear, area: Scope): string =>
  `There is nothing to export: no ${kind?.id ?? 'document'} of ${year} in ${scopeKey(area) || 'the nation'}.`;

type Wanted = {
  readonly kind: DocumentKind;
  readonly asked: DocumentAsked;
  readonly content: DocumentContent;
};
type File = { readonly bytes: Uint8Array; readonly number?: DocumentNumber };

async function fileOf(
  exports: Exports,
  wanted: Wanted,
  { out, language }: Options,
  database: Database,
): Promise<File> {
  const format = formatOf(out) ?? 'pdf';
  switch (format) {
    case 'pdf':
      return pdfOf(exports, wanted, language, database);
    case 'xlsx':
      return { bytes: await exports.xlsx(wanted.content, language) };
    case 'csv':
      return { bytes: Buffer.from(exports.csv(wanted.content, language)) };
    default:
      return format satisfies never;
  }
}

/** A PDF carries its number, and is signed. */
async function pdfOf(
  { pdf }: Exports,
  { kind, asked, content }: Wanted,
  language: Language,
  { store, clock }: Database,
): Promise<File> {
  const config = readConfig();
  const credentials = await loadCredentials(config);
  const signer = await createSigner(credentials);
  const issued = await issueDocument(store.documents, {
    ...{ kind: kind.id, asked, content, language },
    certificate: signer.fingerprint,
    at: clock.now(),
    entropy: randomBytes(16),
  });
  const { id: number, record, at } = issued;
  const { selfMade } = credentials;
  return { bytes: await pdf(content, { language, at, number, record, signer, selfMade }), number };
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
