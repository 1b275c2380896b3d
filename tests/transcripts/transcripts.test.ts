import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replay } from './replay.ts';
import { openWorld } from './world.ts';

const folder = new URL('.//', import.meta.url);
const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));

test('there are transcripts to hold the bot to', () => {
  expect(names.length).toBeGreaterThan(12);
});

// `npm run transcripts` writes the bot's lines anew, to be read in the diff.
test.each(names)('%s', async (name) => {
  const file = new URL(name, folder);
  await expect(await replay(readFileSync(file, 'utf8'), await openWorld())).toMatchFileSnapshot(
    file.pathname,
  );
});
