import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registryProblemCodes } from '../../../../src/features/registry/rules/problem.ts';

const texts = (language: string): Record<string, string> => {
  const file = new URL(`../../../../locales/${language}/registryFile.json`, import.meta.url);
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
};
const placeholders = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the problems of a registry import', () => {
  it.each(['th', 'en'])('each have a sentence in %s, and no sentence is without its problem', (language) => {
    expect(Object.keys(texts(language)).sort()).toEqual([...registryProblemCodes].sort());
  });

  it.each(registryProblemCodes)('say the same in both languages of %s', (code) => {
    expect(placeholders(texts('th')[code])).toEqual(placeholders(texts('en')[code]));
  });
});
