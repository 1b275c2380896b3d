import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cruise, complaintsOf, cruiseSources, ruleNames } from './cruise.ts';

/** One wrong import for each rule: the file that makes it, and what it imports. */
const planted: Readonly<Record<string, readonly [from: string, statement: string]>> = {
  'programme-imports': ['programme/place.ts', `import '../engine/walk.ts'`],
  'engine-imports': ['engine/parse/thai.ts', `import type { Place } from '../../programme/place.ts'`],
  'tables-imports': ['tables/csv.ts', `import '../app/ports.ts'`],
  'kernel-imports': ['kernel/ask/choose.ts', `import { menu } from '../../features/menu/index.ts'`],
  'text-imports': ['text/formats.ts', `import type { Walk } from '../engine/walk.ts'`],
  'text-imports-types': ['text/texts.ts', `import { reply } from '../kernel/reply.ts'`],
  'trial-imports': ['trial/samples.ts', `import '../storage/db.ts'`],
  'trial-imports-types': ['trial/people.ts', `import { place } from '../programme/place.ts'`],
  'app-imports': ['app/lanes.ts', `import type { Card } from '../features/menu/card.ts'`],
  'jobs-imports': ['jobs/runJob.ts', `import '../storage/db.ts'`],
  'storage-imports': ['storage/inbox.ts', `import { turn } from '../app/lanes.ts'`],
  'storage-imports-types': ['storage/person.ts', `import { reply } from '../kernel/reply.ts'`],
  'exports-imports': ['exports/csv.ts', `import '../storage/db.ts'`],
  'exports-imports-types': ['exports/breaks.ts', `import { reply } from '../kernel/reply.ts'`],
  'line-imports': ['line/decode.ts', `import { readConfig } from '../config.ts'`],
  'web-imports': ['web/server.ts', `import '../line/decode.ts'`],
  'web-imports-types': ['web/metrics.ts', `import { reply } from '../kernel/reply.ts'`],
  'simulator-imports': ['simulator/api.ts', `import type { Place } from '../programme/place.ts'`],
  'config.ts-imports': ['config.ts', `import './app/ports.ts'`],
  'features-imports': ['features/invite/step.ts', `import { line } from '../level/card.ts'`],
  '@myriaddreamin/typst-ts-node-compiler-at-home': [
    'exports/picture.ts',
    `import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'`,
  ],
  'node-cron-at-home': ['app/upkeep.ts', `import 'node-cron'`],
  'mongoose-at-home': ['app/lane/personRecords.ts', `import type mongoose from 'mongoose'`],
  'mongodb-at-home': ['cli/form.ts', `import { MongoClient } from 'mongodb'`],
  'mongodb-memory-server-at-home': [
    'start/trial.ts',
    `import { MongoInstance } from 'mongodb-memory-server'`,
  ],
  '@line/bot-sdk-at-home': ['app/send/sender.ts', `import type { Event } from '@line/bot-sdk'`],
  'undici-at-home': ['web/photos.ts', `import { request } from 'undici'`],
  pure: ['engine/draft.ts', `import { readFile } from 'node:fs/promises'`],
  'trial-apart': ['app.ts', `import './simulator/api.ts'`],
  'no-circle': ['programme/a.ts', `import type { B } from './b.ts'`],
  'src-alone': ['programme/c.ts', `import '../../tests/world.ts'`],
  shipped: ['web/log.ts', `import 'vitest'`],
  resolved: ['programme/d.ts', `import './nothing.ts'`],
};

const innocent = [
  'src/engine/walk.ts',
  'src/storage/db.ts',
  'src/app/ports.ts',
  'src/features/menu/card.ts',
  'src/features/level/card.ts',
  'src/features/menu/index.ts',
  'src/features/household/index.ts',
  'src/kernel/reply.ts',
  'tests/world.ts',
];
const shipped = [
  '@myriaddreamin/typst-ts-node-compiler',
  'node-cron',
  'mongoose',
  'mongodb',
  'mongodb-memory-server',
  '@line/bot-sdk',
  'undici',
];

async function plant(root: string): Promise<void> {
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const name of [...shipped, 'vitest']) {
    await put(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await put(`node_modules/${name}/index.js`, '');
  }
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const manifest = { dependencies: versions(shipped), devDependencies: versions(['vitest']) };
  await put('package.json', JSON.stringify(manifest));
  for (const path of innocent) await put(path, 'export const fine = 1;\n');
  await put('src/programme/b.ts', `import type { A } from './a.ts';\nexport type B = A;\n`);
  for (const [from, statement] of Object.values(planted))
    await put(`src/${from}`, `${statement};\nexport const here = 1;\n`);
  await put(
    'src/features/household/index.ts',
    `import { menu } from '../menu/index.ts';\nexport const fine = menu;\n`,
  );
}

describe('the import rules', () => {
  let root = '';
  let cruise: Cruise;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'fundline-rules-'));
    await plant(root);
    cruise = await cruiseSources(root);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('each of them has a wrong import planted here', async () => {
    expect(Object.keys(planted)).toEqual(await ruleNames());
  });

  test.each(Object.entries(planted))('%s finds what is planted', (rule, [from]) => {
    const found = cruise.violations.filter((violation) => violation.rule === rule);
    expect(found.map((violation) => violation.from)).toContain(`src/${from}`);
  });

  test('files without a wrong import are not accused', () => {
    const accused = new Set(cruise.violations.map(({ from }) => from));
    expect(innocent.filter((path) => accused.has(path))).toEqual([]);
  });

  test('a look that saw almost nothing is not taken for a good one', () => {
    expect(complaintsOf({ seen: 0, violations: [] })).toEqual([
      'only 0 files of src were seen, so the rules say nothing',
    ]);
    expect(cruise.seen).toBeGreaterThanOrEqual(Object.keys(planted).length);
  });

  test('each wrong import is told with its rule', () => {
    expect(complaintsOf({ ...cruise, seen: 1000 })).toContain(
      'programme-imports: src/programme/place.ts imports src/engine/walk.ts',
    );
    expect(complaintsOf({ seen: 1000, violations: [] })).toEqual([]);
  });
});
