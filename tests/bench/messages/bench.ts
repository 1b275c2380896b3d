import { readHostEnv } from '../../../src/config.ts';
import { findMongod } from '../../../src/storage/mongod/findMongod.ts';
import { startMongod } from '../../../src/storage/mongod/startMongod.ts';
import { openOffice } from './office.ts';
import { parseScript, readData } from './script.ts';
import { type Missing, missingOfAssessment, missingOfHouseholds, missingOfRegistry } from './stored.ts';
import { type Hear, type Walked, walk } from './walk.ts';

type Walk = { readonly name: string; readonly missing: Missing; readonly registry?: string };

/** Each has its script in `<name>.txt`; `registry` is a file of more centers of the district. */
const walks: readonly Walk[] = [
  { name: 'assessment', missing: missingOfAssessment },
  { name: 'households', missing: missingOfHouseholds },
  { name: 'registry', missing: missingOfRegistry, registry: 'centers.csv' },
];

export type MessagesOptions = {
  readonly tell: (line: string) => void;
  /** Told of each message with its answer. */
  readonly hear: Hear;
};

export type MessageCounts = {
  /** By the name of the walk, with `Typed` behind it where the person tapped nothing. */
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: readonly string[];
};

/** Counts what a person sends in three offices, each on a database of its own; throws where a walk left something out. */
export async function countMessages({ tell, hear }: MessagesOptions): Promise<MessageCounts> {
  const mongod = await startMongod({
    mongod: await findMongod({ host: readHostEnv(), progress: tell, now: Date.now }),
  });
  const counts: Record<string, number> = {};
  const lines = [row('', 'buttons', 'typed')];
  try {
    for (const one of walks) {
      const through = (name: string, typed: boolean): Promise<Walked> => {
        tell(name);
        return walkThrough(one, typed, mongod.uri.replace('/fundline?', `/${name}?`), hear);
      };
      const tapped = await through(one.name, false);
      const typed = await through(`${one.name}Typed`, true);
      counts[one.name] = sentIn(tapped);
      counts[`${one.name}Typed`] = sentIn(typed);
      lines.push(row(one.name, sentIn(tapped), sentIn(typed)));
      // Both walk through the same script.
      for (const { name, sent } of tapped.parts) lines.push(row(`  ${name}`, sent, sent));
    }
  } finally {
    await mongod.stop();
  }
  return { counts, lines };
}

const sentIn = ({ parts }: Walked): number => parts.reduce((sum, { sent }) => sum + sent, 0);

const row = (name: string, ...columns: readonly (string | number)[]): string =>
  name.padEnd(48) + columns.map((column) => String(column).padStart(8)).join('');

async function walkThrough(
  { name, missing, registry }: Walk,
  typed: boolean,
  mongodbUri: string,
  hear: Hear,
): Promise<Walked> {
  const office = await openOffice(mongodbUri, registry && (await readData(registry)));
  try {
    const script = parseScript(await readData(`${name}.txt`));
    const walked = await walk(office.line.platform, script, typed, hear);
    const left = await missing(office.store, walked.heard);
    if (left.length > 0) throw new Error(`${name} is not complete:\n${left.join('\n')}`);
    return walked;
  } finally {
    await office.close();
  }
}
