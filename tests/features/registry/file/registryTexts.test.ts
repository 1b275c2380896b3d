import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registryProblemCodes } from '../../../../src/features/registry/rules/problem.ts';
import { readSentences } from '../../../../src/text/resources.ts';

const texts = (language: 'th' | 'en'): Record<string, string> =>
  z.record(z.string(), z.string()).parse(readSentences(language).registry?.file);
const placeholders = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the problems of a registry import', () => {
  it.each(['th', 'en'] as const)(
    'each have a sentence in %s, and no sentence is without its problem',
    (language) => {
      expect(Object.keys(texts(language)).sort()).toEqual([...registryProblemCodes].sort());
    },
  );

  it.each(registryProblemCodes)('say the same in both languages of %s', (code) => {
    expect(placeholders(texts('th')[code])).toEqual(placeholders(texts('en')[code]));
  });
});
