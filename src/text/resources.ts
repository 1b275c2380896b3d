import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Language } from '../kernel/person.ts';

/** Sentences by key, nested where the key has points. */
export type Sentences = { readonly [key: string]: string | Sentences };

const sentences: z.ZodType<Sentences> = z.record(z.string(), z.union([z.string(), z.lazy(() => sentences)]));

/** The sentences of a language by namespace, which is the file's name. */
export function readSentences(language: Language): { readonly [namespace: string]: Sentences } {
  const folder = new URL(`../../locales/${language}/`, import.meta.url);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [basename(file, '.json'), readFile(new URL(file, folder))]),
  );
}

function readFile(file: URL): Sentences {
  return sentences.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The texts of the stand-in's chat page, which is outside of every conversation. */
export function pageTexts(): { readonly th: PageTexts; readonly en: PageTexts } {
  return { th: flat(readSentences('th').simulator), en: flat(readSentences('en').simulator) };
}

type PageTexts = Readonly<Record<string, string>>;

const flat = (sentences: Sentences = {}): PageTexts =>
  Object.fromEntries(
    Object.entries(sentences).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  );
