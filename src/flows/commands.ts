import { bare, labelKey, wordKey } from '../engine/parse/clean.ts';
import { nearest } from '../engine/parse/fuzzy.ts';
import { readNumber } from '../engine/parse/number.ts';
import type { FlowId, Text } from './reply.ts';
import { t } from './reply.ts';

/** The commands that are live, each with the flow that answers it. Their words are in `commands.json` of each language. */
export const commands = {
  menu: { flow: 'menu' },
  tasks: { flow: 'tasks' },
  continue: { flow: 'form' },
  back: { flow: 'form' },
  skip: { flow: 'form' },
  review: { flow: 'form' },
  edit: { flow: 'form', takesRest: 'number' },
  cancel: { flow: 'form' },
  assess: { flow: 'assess', takesRest: true },
  plan: { flow: 'plan', takesRest: true },
  debt: { flow: 'household', takesRest: true },
  addHousehold: { flow: 'household' },
  closeHousehold: { flow: 'household', takesRest: 'number' },
  moveCenter: { flow: 'household', takesRest: 'number' },
  submitRound: { flow: 'household', takesRest: 'number' },
  registry: { flow: 'registry', takesRest: true },
  level: { flow: 'level', takesRest: true },
  history: { flow: 'level', takesRest: true },
  summary: { flow: 'summary', takesRest: true },
  deadlines: { flow: 'deadline' },
  announce: { flow: 'announce' },
  remind: { flow: 'remind' },
  whySilent: { flow: 'remind' },
  stopSending: { flow: 'announce' },
  invite: { flow: 'invite' },
  myData: { flow: 'people' },
  rename: { flow: 'people' },
  signOut: { flow: 'people' },
  language: { flow: 'people' },
  help: { flow: 'help' },
  /** A kind word, as long as nothing waits to be acknowledged by message. */
  acknowledged: { flow: 'stray' },
  /** The commands of releases to come. */
  notYet: { flow: 'stray', takesRest: true },
} as const satisfies {
  readonly [name: string]: { readonly flow: FlowId; readonly takesRest?: true | 'number' };
};

export type CommandName = keyof typeof commands;

/** The words of navigation: they act whatever is open. */
export const navigation: readonly CommandName[] = [
  'back',
  'skip',
  'review',
  'edit',
  'cancel',
  'continue',
  'menu',
  'help',
];

/** The words of a form in progress; they mean nothing outside of one. */
export const formMoves: readonly CommandName[] = ['back', 'skip', 'review', 'edit', 'cancel'];

export type Wordings = (text: Text) => readonly string[];

export const commandText = (name: CommandName): Text => t(`commands:${name}`);

const aliases: { readonly [N in CommandName]?: readonly Text[] } = {
  review: [t('commands:aliases.review')],
  remind: [t('commands:aliases.remind')],
  invite: [t('commands:aliases.invite')],
  debt: [t('commands:aliases.debt'), t('commands:aliases.households')],
  acknowledged: [t('commands:aliases.acknowledged')],
};

/** Every word of a command, both languages and aliases. */
function commandWords(name: CommandName, wordings: Wordings): readonly string[] {
  const words = [commandText(name), ...(aliases[name] ?? [])].flatMap(wordings);
  return words.flatMap((wording) => wording.split('|'));
}

export type ReadCommand = { readonly name: CommandName; readonly rest: string };

/** Reads a command: exact, or with what it takes behind it. Case, spaces and polite particles do not matter. */
export function readCommand(text: string, wordings: Wordings): ReadCommand | undefined {
  const key = wordKey(text);
  const known = knownWords(wordings);
  const exact = known.find(({ word }) => word === key || word === labelKey(text));
  if (exact) return { name: exact.name, rest: '' };
  const longest = known.find(({ name, word }) => 'takesRest' in commands[name] && key.startsWith(word));
  if (!longest) return undefined;
  const rest = restBehind(bare(text), longest.word);
  const takes = commands[longest.name];
  const fits =
    'takesRest' in takes && takes.takesRest === 'number'
      ? numberBehind(rest) !== undefined
      : standsApart(text, rest);
  return fits ? { name: longest.name, rest } : undefined;
}

/** What may stand between a command's word and its number: `ที่`, `ข้อ`, `no.`. */
const wordBefore = /^[^\d\s]{1,4}\s?(?=\d)/;

/** A whole number from 0 to 999 that a command was given, in digits or in words; absent where it is none or unclear. */
export function numberBehind(rest: string): number | undefined {
  const readings = [rest, rest.replace(wordBefore, '')].map(readNumber);
  const numbers = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.value] : []));
  return numbers.find((number) => Number.isInteger(number) && number >= 0 && number <= 999);
}

/** The command that a misspelt text is close to; it is offered, never taken. */
export function nearestCommand(text: string, wordings: Wordings): CommandName | undefined {
  const known = knownWords(wordings).filter(({ name }) => name !== 'notYet');
  const word = nearest(
    text,
    known.map(({ word }) => word),
  );
  return known.find((one) => one.word === word)?.name;
}

type Known = { readonly name: CommandName; readonly word: string };
let cache: { readonly wordings: Wordings; readonly known: readonly Known[] } | undefined;

/** Longest first, so that a longer command is never cut short by one that it begins with. */
function knownWords(wordings: Wordings): readonly Known[] {
  if (cache?.wordings === wordings) return cache.known;
  const names = Object.keys(commands) as CommandName[];
  const known = names
    .flatMap((name) => commandWords(name, wordings).map((word) => ({ name, word: labelKey(word) })))
    .sort((a, b) => b.word.length - a.word.length);
  cache = { wordings, known };
  return known;
}

/** Thai writes words together, so what a command takes is told from a longer word only by the space before it. */
const standsApart = (text: string, rest: string): boolean => bare(text).endsWith(` ${rest}`);

/** What stands behind a word, where the word may be written with spaces in it. */
function restBehind(text: string, word: string): string {
  let matched = 0;
  let at = 0;
  while (matched < word.length && at < text.length) {
    if (text[at] !== ' ') matched += 1;
    at += 1;
  }
  return text.slice(at).trim();
}
