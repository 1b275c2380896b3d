import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { atPc } from './pc.ts';
import { replay } from './replay.ts';
import { openWorld } from './world.ts';

/** Every conversation once more, by people at a PC, where LINE shows neither quick replies nor the rich menu. */

const folder = new URL('.//', import.meta.url);
const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));

describe('a person at a PC comes as far as one with a phone in', () => {
  test.each(names)('%s', async (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(await replay(text, await openWorld(), undefined, atPc)).toBe(text);
  });
});
