import { describe, expect, it } from 'vitest';
import type { Phrase } from './phrase.ts';
import { phrases } from './phrases.ts';
import { readers } from './readers.ts';

const outcome = ({ expected }: Phrase): string => {
  switch (expected.kind) {
    case 'read':
      return `is read as ${JSON.stringify(expected.value)}`;
    case 'ambiguous':
      return `is asked about: ${expected.candidates.map((candidate) => JSON.stringify(candidate)).join(' or ')}`;
    case 'unreadable':
      return 'is not read';
    default:
      return expected satisfies never;
  }
};

describe('the table of phrases', () => {
  it('holds at least 500 different ones', () => {
    expect(new Set(phrases.map(({ kind, text }) => `${kind} ${text}`)).size).toBe(phrases.length);
    expect(phrases.length).toBeGreaterThanOrEqual(500);
  });

  it.each(
    phrases.map((phrase) => ({
      ...phrase,
      title: `${phrase.kind}: ${JSON.stringify(phrase.text)}`,
      outcome: outcome(phrase),
    })),
  )('$title $outcome', ({ kind, text, expected }) => {
    expect(readers[kind](text)).toEqual(expected);
  });
});
