import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../src');
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ parentPath, name }) => join(parentPath, name))
  .map((path) => ({ path: relative(src, path), text: readFileSync(path, 'utf8') }));

type Source = (typeof sources)[number];

/** What the code says, without its comments. */
const codeOf = ({ text }: Source) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
const saying = (words: RegExp, files: readonly Source[]) =>
  files.filter((file) => words.test(codeOf(file))).map(({ path }) => path);

const environment = /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[|\benv\b[^'"\n]*\bfrom 'node:process'/;
const chance =
  /\bDate\.now\b|\bnew Date(?:\(\s*\)|;)|\bDate\(\)|\bperformance\.now\b|\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b/;
/** Folders whose clock, ids and dice are handed in. */
const pure = /^(?:programme|engine|kernel|features|text|tables|app|line|web|trial)\//;

const planted = (text: string): Source => ({ path: 'planted.ts', text });

describe('the sources', () => {
  test('read the environment in config.ts alone', () => {
    expect(saying(environment, sources)).toEqual(['config.ts']);
  });

  test('are handed the clock, ids and dice in all folders but those that compose', () => {
    const handed = sources.filter(({ path }) => pure.test(path));
    expect(handed.length).toBeGreaterThan(100);
    expect(saying(chance, handed)).toEqual([]);
  });

  test.each([
    'const port = process.env.PORT;',
    'const { PORT } = process\n  .env;',
    "const port = process['env'].PORT;",
    "import { env } from 'node:process';",
  ])('would be caught reading the environment: %s', (text) => {
    expect(saying(environment, [planted(text)])).toEqual(['planted.ts']);
  });

  test.each([
    'const at = new Date();',
    'const ms = Date.now();',
    'const now = Date.now;',
    'const die = Math.random();',
    'const id = randomUUID();',
    "import { randomBytes } from 'node:crypto';",
    'const ms = performance.now();',
  ])('would be caught with a clock or dice of their own: %s', (text) => {
    expect(saying(chance, [planted(text)])).toEqual(['planted.ts']);
  });

  test.each(['const at = new Date(ms);', '// the old Date.now() was wrong\n', '/** Not Math.random(). */'])(
    'may say: %s',
    (text) => {
      expect(saying(chance, [planted(text)])).toEqual([]);
    },
  );
});
