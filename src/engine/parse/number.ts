import { mapReading } from './candidates.ts';
import { bare } from './clean.ts';
import { toNumber } from './decimal.ts';
import { type Frame, readPhrase } from './phrase.ts';
import { type Reading, read, unreadable } from './reading.ts';
import { tokensOf } from './tokens.ts';

/** What a question counts; the unit of another thing then makes its answer none. */
export type Counted = 'people' | 'contracts' | 'percent';

const COUNT: Frame = {
  before: ['item', 'pick', 'total', 'rate', 'yearly', 'filler', 'score', 'percent', 'hedge'],
  after: [
    ...(['score', 'point', 'counter', 'people', 'household', 'contract', 'times'] as const),
    ...(['percent', 'baht', 'yearly', 'hedge'] as const),
  ],
};

const COUNTS: { readonly [C in Counted]: Frame } = {
  people: { before: ['household', 'total', 'member', 'filler', 'hedge'], after: ['people', 'hedge'] },
  contracts: { before: ['contract', 'total', 'filler', 'hedge'], after: ['contract', 'hedge'] },
  percent: {
    before: ['total', 'rate', 'yearly', 'filler', 'percent', 'hedge'],
    after: ['percent', 'baht', 'yearly', 'hedge'],
  },
};

/** A choice counts points only: "3 คน" answers another question, and "ทั้งหมด 3" may mean all three. */
const CHOICE: Frame = { before: ['item', 'pick', 'filler', 'score'], after: ['score', 'point'] };

const TIMES: Frame = {
  before: ['met', 'total', 'yearly', 'filler', 'hedge'],
  after: ['times', 'yearly', 'hedge'],
};

/** Fewer than a number is not that number: ไม่ถึง 3 ครั้ง. */
const FEWER = /ไม่ถึง|น้อยกว่า|ต่ำกว่า|ไม่เกิน|เกือบ|<|less than|fewer than|under|at most|up to|almost|nearly/;

/** How often a year has what something happened once or several times in. */
const PERIODS: readonly (readonly [said: RegExp, inYear: number])[] = [
  [
    /ทุก ?3 ?เดือน|3 ?เดือน(?= ?(?:\d )?ครั้ง)|(?:ทุก ?)?ไตรมาส(?:ละ)?|ต่อไตรมาส|(?:a|per|every) quarter|quarterly/,
    4,
  ],
  [/เดือนละ|ทุก ?เดือน|ต่อเดือน|\/เดือน|(?:a|per|every) month|monthly/, 12],
];
/** เดือนละ waits for how often. */
const UNSAID = /ละ$/;
const ONCE = /^(?:ประชุม|met)? ?(?:ครั้ง|once)?$/;

/** Reads how often something happened in a year (4 ครั้ง, ปีละ 4 ครั้ง, เดือนละครั้ง); without its unit a number is none. */
export function readTimes(text: string): Reading<number> {
  const line = bare(text);
  if (FEWER.test(line) || UNSAID.test(line)) return unreadable;
  const period = PERIODS.find(([said]) => said.test(line));
  if (!period) return timesIn(line);
  const [said, inYear] = period;
  const rest = line.replace(said, ' ').replace(/ +/g, ' ').trim();
  return mapReading(ONCE.test(rest) ? read(1) : timesIn(rest), (times) => times * inYear);
}

function timesIn(line: string): Reading<number> {
  const { reading, around } = readPhrase(tokensOf(line), TIMES);
  return around.includes('times') ? mapReading(reading, toNumber) : unreadable;
}

/** Reads a number that counts something; the range that a question allows is the caller's to check. */
export function readNumber(text: string, counts?: Counted): Reading<number> {
  const { reading, around } = readPhrase(tokensOf(withoutList(bare(text))), counts ? COUNTS[counts] : COUNT);
  // Baht are counted only as a rate: ร้อยละ 6 บาทต่อปี.
  const isAmount = around.includes('baht') && !around.includes('percent');
  return isAmount ? unreadable : mapReading(reading, toNumber);
}

/** Reads the number of a choice, and whether it was called an item (ข้อ 3). */
export function readChoiceNumber(text: string): { reading: Reading<number>; itemWord: boolean } {
  const { reading, around } = readPhrase(tokensOf(withoutList(bare(text))), CHOICE);
  return { reading: mapReading(reading, toNumber), itemWord: around.includes('item') };
}

/** 2), (2), [2], No.2, 2nd, ② and Ⅱ: the ways in which lists are numbered. */
const withoutList = (line: string): string =>
  line
    .replace(/[①-⑳Ⅰ-Ⅻⅰ-ⅻ]/g, (sign) => listNumbers.get(sign) ?? sign)
    .replace(/^no\. ?(?=\d)/, '')
    .replace(/^[([]? ?(\d+)(?:st|nd|rd|th|[)\]])$/, '$1');

const listNumbers: ReadonlyMap<string, string> = new Map(
  [
    ['①', 20],
    ['Ⅰ', 12],
    ['ⅰ', 12],
  ].flatMap(([first, count]) =>
    Array.from({ length: Number(count) }, (_, place) => [
      String.fromCodePoint((String(first).codePointAt(0) ?? 0) + place),
      String(place + 1),
    ]),
  ),
);
