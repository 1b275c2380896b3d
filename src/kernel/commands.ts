import { bare, labelKey, wordKey } from '../engine/parse/clean.ts';
import { nearest } from '../engine/parse/fuzzy.ts';
import { readNumber } from '../engine/parse/number.ts';
import type { FlowId, Text } from './reply.ts';
import { t } from './reply.ts';
import type { CommandNames } from './terms.ts';

export type CommandName = keyof CommandNames;

/** How a command is used. */
export type CommandUse = {
  /** What may stand behind its word: a name, or a number alone. */
  readonly takesRest?: 'name' | 'number';
  /** It acts whatever is open, also while free text is. */
  readonly navigates?: true;
  /** A form in progress stays open. */
  readonly staysInForm?: true;
  /** None of its words is offered for a misspelt one, such as those of releases to come. */
  readonly isNotOffered?: true;
};

/** A command with the flow that answers it, and all its words in both languages. */
export type Command = CommandUse & {
  readonly name: CommandName;
  readonly flow: FlowId;
  readonly words: readonly string[];
};

export type Wordings = (text: Text) => readonly string[];

export const commandText = (name: CommandName): Text => t(`commands:${name}`);

/** Every word of a command; several of one text are parted with `|`. */
export function commandWords(
  name: CommandName,
  wordings: Wordings,
  has: (key: string) => boolean,
): readonly string[] {
  const aliases = has(`aliases:${name}`) ? [t(`aliases:${name}`)] : [];
  return [commandText(name), ...aliases].flatMap(wordings).flatMap((wording) => wording.split('|'));
}

export type ReadCommand = { readonly command: Command; readonly rest: string };

/** Reads commands: exact, or with what they take behind them. Case, spaces and polite particles do not matter. */
export type CommandReader = {
  readonly read: (text: string) => ReadCommand | undefined;
  /** The command that a misspelt text is close to; it is offered, never taken. */
  readonly nearest: (text: string) => CommandName | undefined;
  /** Whether a text is the beginning of a command (ลบข้อมูล of ลบข้อมูลของฉัน) or close to one. */
  readonly isAlmost: (text: string) => boolean;
};

/** The fewest letters of a command by which it may be meant. */
const shortestBeginning = 6;

export function createCommandReader(commands: readonly Command[]): CommandReader {
  // Longest first, so that a longer command is never cut short by one that it begins with.
  const known = commands
    .flatMap((command) => command.words.map((word) => ({ command, word: labelKey(word) })))
    .sort((a, b) => b.word.length - a.word.length);
  const offered = known.filter(({ command }) => !command.isNotOffered);

  const nearestName = (text: string): CommandName | undefined => {
    const word = nearest(
      text,
      offered.map(({ word }) => word),
    );
    return offered.find((one) => one.word === word)?.command.name;
  };

  return {
    read(text) {
      const key = wordKey(text);
      const exact = known.find(({ word }) => word === key || word === labelKey(text));
      if (exact) return { command: exact.command, rest: '' };
      const longest = known.find(({ command, word }) => command.takesRest && key.startsWith(word));
      if (!longest) return undefined;
      const { command, word } = longest;
      const rest = restBehind(bare(text), word);
      const fits =
        command.takesRest === 'number' ? numberBehind(rest) !== undefined : standsApart(text, rest);
      return fits ? { command, rest } : undefined;
    },

    nearest: nearestName,

    isAlmost(text) {
      const key = wordKey(text);
      const isBeginning = key.length >= shortestBeginning && offered.some(({ word }) => word.startsWith(key));
      return isBeginning || nearestName(text) !== undefined;
    },
  };
}

/** What may stand between a command's word and its number: `ที่`, `ข้อ`, `no.`. */
const wordBefore = /^[^\d\s]{1,4}\s?(?=\d)/;

/** A whole number from 0 to 999 that a command was given, in digits or in words; absent where it is none or unclear. */
export function numberBehind(rest: string): number | undefined {
  const readings = [rest, rest.replace(wordBefore, '')].map((text) => readNumber(text));
  const numbers = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.value] : []));
  return numbers.find((number) => Number.isInteger(number) && number >= 0 && number <= 999);
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
