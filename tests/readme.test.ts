import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settings } from '../src/config.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the table of settings in README is that of config.ts', () => {
  const rows = readme.split('\n').filter((line) => /^\| `[A-Z_]+` \|/.test(line));
  expect(rows).toEqual(settings.map((one) => `| \`${one.name}\` | ${one.default} | ${one.meaning} |`));
});

test('every library of the product earns a sentence in README', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const [, listed = ''] = readme.split('### Libraries');
  const missing = Object.keys(dependencies).filter((name) => !listed.includes(name));
  expect(missing).toEqual([]);
});
