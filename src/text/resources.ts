import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Feature } from '../kernel/feature.ts';
import type { Language } from '../kernel/person.ts';
import type { Sentences } from '../kernel/sentences.ts';

/** Features that may hand over texts. */
export type Telling = readonly Pick<Feature, 'id' | 'texts'>[];

const sentences: z.ZodType<Sentences> = z.record(z.string(), z.union([z.string(), z.lazy(() => sentences)]));

/** Parts of a feature's file that are found under a common name, where each key belongs to one feature. */
const commonParts = ['commands', 'aliases', 'offers', 'due', 'forms'] as const;

/**
 * The sentences of a language by namespace: the name of a file or of a feature that hands over its texts, or the name
 * of a common part.
 */
export function readSentences(
  language: Language,
  features: Telling = [],
): { readonly [namespace: string]: Sentences } {
  const folder = new URL(`../../locales/${language}/`, import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ name: basename(file, '.json'), sentences: readFile(new URL(file, folder)) }));
  const handedOver = features.flatMap(({ id, texts }) =>
    texts ? [{ name: id, sentences: texts[language] }] : [],
  );
  return byNamespace([...files, ...handedOver]);
}

type File = { readonly name: string; readonly sentences: Sentences };

export function byNamespace(files: readonly File[]): { readonly [namespace: string]: Sentences } {
  const twice = files.find(({ name }, at) => files.findIndex((one) => one.name === name) !== at);
  if (twice) throw new Error(`there are two files of texts called ${twice.name}`);
  const isCommon = (key: string) => commonParts.some((part) => part === key);
  const own = files.map(({ name, sentences }) => [
    name,
    Object.fromEntries(Object.entries(sentences).filter(([key]) => !isCommon(key))),
  ]);
  return {
    ...Object.fromEntries(own),
    ...Object.fromEntries(commonParts.map((part) => [part, joined(part, files)])),
  };
}

/** A common part of all files; what two files claim is an error. */
function joined(part: string, files: readonly File[]): Sentences {
  const found = files.flatMap(({ name, sentences: { [part]: own } }) =>
    typeof own === 'object' ? Object.entries(own).map(([key, text]) => ({ key, text, name })) : [],
  );
  for (const { key, name } of found) {
    const other = found.find((one) => one.key === key && one.name !== name);
    if (other) throw new Error(`both ${name}.json and ${other.name}.json hold ${part}.${key}`);
  }
  return Object.fromEntries(found.map(({ key, text }) => [key, text]));
}

function readFile(file: URL): Sentences {
  return sentences.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The keys of all sentences, as texts name them. */
export function keysOf(namespaces: { readonly [namespace: string]: Sentences }): readonly string[] {
  const within = (sentences: Sentences, path: string): readonly string[] =>
    Object.entries(sentences).flatMap(([key, value]) =>
      typeof value === 'string' ? [`${path}${key}`] : within(value, `${path}${key}.`),
    );
  return Object.entries(namespaces).flatMap(([namespace, sentences]) => within(sentences, `${namespace}:`));
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
