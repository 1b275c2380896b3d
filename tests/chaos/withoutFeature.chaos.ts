import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { repo } from '../e2e/fundline.ts';

const run = promisify(execFile);
const copies: string[] = [];

afterEach(async () => {
  for (const copy of copies.splice(0)) await rm(copy, { recursive: true });
});

/** The sources without a feature: its folder, its texts, and its lines in the array. */
async function sourcesWithout(feature: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'without-'));
  copies.push(copy);
  for (const part of ['src', 'locales', 'package.json', 'tsconfig.json', 'tsconfig.build.json'])
    await cp(join(repo, part), join(copy, part), { recursive: true });
  await symlink(join(repo, 'node_modules'), join(copy, 'node_modules'));
  await rm(join(copy, 'src/features', feature), { recursive: true });
  for (const language of ['th', 'en']) await rm(join(copy, 'locales', language, `${feature}.json`));
  const list = join(copy, 'src/features/index.ts');
  const lines = (await readFile(list, 'utf8')).split('\n');
  const kept = lines.filter((line) => line !== `  ${feature},` && !line.includes(`'./${feature}/index.ts'`));
  expect(lines.length - kept.length).toBe(2);
  await writeFile(list, kept.join('\n'));
  return copy;
}

/** What the compiler says of the sources; nothing where they are right. */
async function faultsOf(sources: string): Promise<string> {
  const tsc = join(repo, 'node_modules/typescript/bin/tsc');
  try {
    await run(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--noEmit'], { cwd: sources });
    return '';
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}

test('a feature that no other imports is taken away with its line and its texts: all else compiles', async () => {
  expect(await faultsOf(await sourcesWithout('announce'))).toBe('');
});

test('one that others import is missed', async () => {
  expect(await faultsOf(await sourcesWithout('assessment'))).toContain("'../assessment/");
});
