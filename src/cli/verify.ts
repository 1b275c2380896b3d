import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { checkSignature } from '../exports/sign/check.ts';
import type { Finding } from '../features/document/compare.ts';
import { findingOf } from '../features/document/find.ts';
import { features } from '../features/index.ts';
import type { IssuedDocument } from '../kernel/document/issued.ts';
import { documentKinds } from '../kernel/document/kinds.ts';
import { findForms } from '../kernel/forms.ts';
import { readDocumentNumber } from '../programme/document/number.ts';
import type { Database } from '../start/database.ts';
import { OperatorProblem } from './problem.ts';
import { runOnDatabase } from './run.ts';

type Options = { readonly json?: boolean };

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Says whether an official document still says what is on record; exits 1 where it does not')
    .argument('<number or file.pdf>', 'a document number such as FD65-4QK7M2XA-9, or the PDF itself')
    .option('--json', 'print the result as one JSON line')
    .action(verify);
}

async function verify(wanted: string, options: Options): Promise<void> {
  await runOnDatabase(options, async (database, { say }) => {
    const { issued, record } = /\.pdf$/i.test(wanted)
      ? await ofFile(wanted, database)
      : { issued: await ofNumber(wanted, database), record: undefined };
    const source = { store: database.store, forms: findForms(features) };
    const finding = await findingOf(documentKinds(features), source, issued, record);
    const { id: number, kind, year } = issued;
    if (finding.kind !== 'equal') process.exitCode = 1;
    for (const line of lines(finding)) say(`${number} (${kind} ${year}): ${line}`);
    return { number, document: kind, year, ...finding };
  });
}

function lines(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'equal':
      return ['equal to the record', ...supersededLine(finding)];
    case 'differs':
      return [
        'no longer equal to the record',
        ...finding.fields.map((path) => `differs: ${path.join('.')}`),
        ...supersededLine(finding),
      ];
    case 'gone':
      return ['what it was made of is not on record any more'];
    default:
      return finding satisfies never;
  }
}

const supersededLine = ({ superseded }: { readonly superseded?: number }): readonly string[] =>
  superseded === undefined ? [] : [`superseded by revision ${superseded}`];

async function ofNumber(text: string, { store }: Database): Promise<IssuedDocument> {
  const number = readDocumentNumber(text);
  if (!number)
    throw new OperatorProblem(`${text} is no document number. It looks like FD65-4QK7M2XA-9, or give a PDF.`);
  const issued = await store.documents.read(number);
  if (!issued) throw new OperatorProblem(`${number} was not given out here.`);
  return issued;
}

/** The signature is judged before anything that the file says. */
async function ofFile(
  file: string,
  database: Database,
): Promise<{ readonly issued: IssuedDocument; readonly record: string }> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorProblem(`${file} cannot be read (${error.code}). Give the path of a PDF.`);
  });
  const paper = await checkSignature(bytes);
  if (paper.kind === 'unsigned') throw new OperatorProblem(`${file} is no signed document of Fundline.`);
  if (paper.kind === 'changed')
    throw new OperatorProblem(`${file} was changed: it is not as it was when it was signed.`);
  if (paper.record === undefined || paper.number === undefined)
    throw new OperatorProblem(`${file} is no document of Fundline.`);
  const issued = await ofNumber(paper.number, database);
  if (issued.certificate !== paper.certificate)
    throw new OperatorProblem(`${file} was signed by somebody else: it was not given out here.`);
  return { issued, record: paper.record };
}
