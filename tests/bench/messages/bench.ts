import { readHostEnv } from '../../../src/config.ts';
import { findMongod } from '../../../src/storage/mongod/findMongod.ts';
import { startMongod } from '../../../src/storage/mongod/startMongod.ts';
import { openOffice } from './office.ts';
import { parseScript, readData } from './script.ts';
import { type Missing, missingOfAssessment, missingOfHouseholds, missingOfRegistry } from './stored.ts';
import { type Hear, type Walked, walk } from './walk.ts';

type Walk = {
  readonly name: string;
  /** Kinds of the same office, each in `<script>.txt`; the one that takes most messages counts. */
  readonly scripts: readonly string[];
  readonly missing: Missing;
  /** A file of more centers of the district. */
  readonly registry?: string;
};

const walks: readonly Walk[] = [
  { name: 'assessment', scripts: ['assessment'], missing: missingOfAssessment },
  // Contracts that are overdue, those on time, of which the plan suggests other methods, and these again by somebody
  // who tells of one household after the other.
  {
    name: 'households',
    scripts: ['households', 'households-on-time', 'households-alone'],
    missing: missingOfHouseholds,
  },
  { name: 'registry', scripts: ['registry'], missing: missingOfRegistry, registry: 'centers.csv' },
];

export type MessagesOptions = {
  readonly tell: (line: string) => void;
  /** Told of each message with its answer. */
  readonly hear: Hear;
};

export type MessageCounts = {
  /** By the name of the walk, with `Typed` behind it where the person tapped nothing; of several kinds the most. */
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
      for (const script of one.scripts) {
        const through = (name: string, typed: boolean): Promise<Walked> => {
          tell(name);
          const uri = mongod.uri.replace('/fundline?', `/${name}?`);
          return walkThrough(one, script, { typed, mongodbUri: uri, hear });
        };
        const tapped = await through(script, false);
        const typed = await through(`${script}Typed`, true);
        counts[one.name] = Math.max(counts[one.name] ?? 0, sentIn(tapped));
        counts[`${one.name}Typed`] = Math.max(counts[`${one.name}Typed`] ?? 0, sentIn(typed));
        lines.push(row(script, sentIn(tapped), sentIn(typed)));
        // Both walk through the same script.
        for (const { name, sent } of tapped.parts) lines.push(row(`  ${name}`, sent, sent));
      }
    }
  } finally {
    await mongod.stop();
  }
  return { counts, lines };
}

const sentIn = ({ parts }: Walked): number => parts.reduce((sum, { sent }) => sum + sent, 0);

const row = (name: string, ...columns: readonly (string | number)[]): string =>
  name.padEnd(48) + columns.map((column) => String(column).padStart(8)).join('');

type Walking = { readonly typed: boolean; readonly mongodbUri: string; readonly hear: Hear };

async function walkThrough(
  { name, missing, registry }: Walk,
  file: string,
  { typed, mongodbUri, hear }: Walking,
): Promise<Walked> {
  const office = await openOffice(mongodbUri, registry && (await readData(registry)));
  try {
    const script = parseScript(await readData(`${file}.txt`));
    const walked = await walk(office.line.platform, script, typed, hear);
    const left = await missing(office.store, walked.heard);
    if (left.length > 0) throw new Error(`${name} is not complete:\n${left.join('\n')}`);
    return walked;
  } finally {
    await office.close();
  }
}
