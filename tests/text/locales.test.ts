import { describe, expect, test } from 'vitest';
import type { Sentences } from '../../src/kernel/sentences.ts';
import { readSentences } from '../../src/text/resources.ts';

type Sentence = readonly [key: string, words: string];

function flatten(sentences: Sentences, path: string): readonly Sentence[] {
  return Object.entries(sentences).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value] as const] : flatten(value, at);
  });
}

const all = (language: 'th' | 'en'): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(readSentences(language)).flatMap(([namespace, sentences]) =>
      flatten(sentences, '').map(([key, words]) => [`${namespace}:${key}`, words] as const),
    ),
  );

const th = all('th');
const en = all('en');
const paramsOf = (words = '') =>
  [...new Set([...words.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name))].sort();

describe('the sentences of both languages', () => {
  test('are the same ones', () => {
    // English has sentences of its own for one thing, beside those for many.
    const ofOne = (key: string) => key.endsWith('_one') && en.has(key.slice(0, -'_one'.length));
    expect([...en.keys()].filter((key) => !ofOne(key)).sort()).toEqual([...th.keys()].sort());
    expect(th.size).toBeGreaterThan(100);
  });

  test('use the same parameters', () => {
    const differing = [...th].filter(([key, words]) => `${paramsOf(words)}` !== `${paramsOf(en.get(key))}`);
    expect(differing).toEqual([]);
  });

  test('are never empty, and their braces are always those of a parameter', () => {
    const faulty = [...th, ...en].filter(
      ([, words]) => words.trim() === '' || /[{}]/.test(words.replace(/\{\{\s*\w+\s*\}\}/g, '')),
    );
    expect(faulty).toEqual([]);
  });

  test('have no key with a point or colon in it, which is how keys are written one in another', () => {
    const keysOf = (sentences: Sentences): readonly string[] =>
      Object.entries(sentences).flatMap(([key, value]) =>
        typeof value === 'string' ? [key] : [key, ...keysOf(value)],
      );
    expect(keysOf(readSentences('th')).filter((key) => /[.:]/.test(key))).toEqual([]);
  });
});
