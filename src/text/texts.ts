import i18next from 'i18next';
import type { Language } from '../kernel/person.ts';
import type { Param, Text } from '../kernel/reply.ts';
import {
  formatBaht,
  formatDate,
  formatFullDate,
  formatInstant,
  formatMonth,
  formatMonthName,
} from './formats.ts';
import { keysOf, readSentences, type Telling } from './resources.ts';

export type Texts = {
  /** What a text reads like. Words that people gave are passed on letter by letter. */
  readonly render: (text: Text, language: Language) => string;
  /** How a text reads in each language; to recognise typed labels. */
  readonly wordings: (text: Text) => readonly string[];
  /** Whether a key has a text in every language. */
  readonly has: (key: string) => boolean;
};

/** A sentence cut at its `{{names}}`: words at even places, names at odd ones. */
type Pattern = readonly string[];

/**
 * The sentences of `locales` and of the features that hand over their own, read once. Throws where one lacks a
 * language. A key or parameter that does not exist is a bug and throws when it is said.
 */
export function createTexts(features: Telling = []): Texts {
  const library = i18next.createInstance();
  const resources = { th: readSentences('th', features), en: readSentences('en', features) };
  const known = { th: new Set(keysOf(resources.th)), en: new Set(keysOf(resources.en)) };
  const lacking = [...lackingIn('en', known.th, known.en), ...lackingIn('th', known.en, known.th)];
  if (lacking.length > 0) throw new Error(lacking.join('\n'));
  library.init({ initAsync: false, lng: 'th', resources });
  const patterns = { th: new Map<string, Pattern>(), en: new Map<string, Pattern>() };

  // Interpolated by i18next a sentence takes 20 µs, and a card has thirty of them; cut once it takes one.
  const patternOf = (key: string, language: Language): Pattern => {
    const known = patterns[language].get(key);
    if (known) return known;
    const [namespace = '', path = ''] = key.split(':');
    const sentence: unknown = library.getResource(language, namespace, path);
    if (typeof sentence !== 'string') throw new Error(`locales/${language} has no text ${key}`);
    const pattern = sentence.split(/\{\{\s*(\w+)\s*\}\}/);
    patterns[language].set(key, pattern);
    return pattern;
  };

  const render = (text: Text, language: Language): string => {
    if ('said' in text) return text.said;
    const pattern = patternOf(numbered(text, language), language);
    if (pattern.length === 1) return pattern[0] ?? '';
    return pattern
      .map((part, place) =>
        place % 2 === 0 ? part : renderParam(text.params?.[part], part, text.key, language),
      )
      .join('');
  };

  /** The key of the sentence for one thing or for none, where a language has its own. A count may come as it is shown. */
  const numbered = ({ key, params }: Extract<Text, { key: unknown }>, language: Language): string => {
    const own = `${key}${endings.get(String(params?.count))}`;
    return known[language].has(own) ? own : key;
  };

  const renderParam = (param: Param | undefined, name: string, key: string, language: Language): string => {
    if (param === undefined) throw new Error(`text ${key} lacks its parameter ${name}`);
    if (typeof param === 'string') return param;
    if (typeof param === 'number') return String(param);
    if (isList(param)) return param.map((item) => render(item, language)).join(', ');
    if ('baht' in param) return formatBaht(param.baht);
    if ('date' in param) return formatDate(param.date, language);
    if ('fullDate' in param) return formatFullDate(param.fullDate, language);
    if ('month' in param) return formatMonth(param.month, language);
    if ('nameOfMonth' in param) return formatMonthName(param.nameOfMonth, language);
    if ('instant' in param) return formatInstant(param.instant, language);
    return render(param, language);
  };

  const has = (key: string): boolean => known.th.has(key);

  return { render, has, wordings: (text) => [...new Set([render(text, 'th'), render(text, 'en')])] };
}

/** The end of a key whose sentence is said of one thing: Thai says one and many alike. */
const ofOne = '_one';
/** By the count: of none it is said that there is none, in both languages. */
const endings: ReadonlyMap<string, string> = new Map([
  ['0', '_zero'],
  ['1', ofOne],
]);

const lackingIn = (language: Language, all: ReadonlySet<string>, some: ReadonlySet<string>) =>
  [...all]
    .filter((key) => !some.has(key) && !(key.endsWith(ofOne) && all.has(key.slice(0, -ofOne.length))))
    .map((key) => `the text ${key} lacks its ${language}`);

// Array.isArray does not tell a readonly array from the rest of a union.
const isList = (param: Param): param is readonly Text[] => Array.isArray(param);
