import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Lock = { readonly packages: { readonly [place: string]: { readonly version?: string } } };

/** Errors and values of one version of the driver are strangers to another: `instanceof` would fail unseen. */
test.each(['mongodb', 'bson'])('one version of %s is installed', (name) => {
  const lock: Lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
  const copies = Object.entries(lock.packages).filter(([place]) => place.endsWith(`node_modules/${name}`));
  expect(copies.map(([place]) => place)).toEqual([`node_modules/${name}`]);
});
