import { readFile } from 'node:fs/promises';

/** What a person sends in a walk, part by part. */
export type Script = readonly Part[];
export type Part = { readonly name: string; readonly acts: readonly Act[] };
/** A text, or the label of what is tapped. */
export type Act = { readonly who: string; readonly kind: 'types' | 'taps'; readonly what: string };

/** Beside the sources: only what is compiled lies beside this file when it runs. */
const folder = new URL('../../../../tests/bench/messages/', import.meta.url);

export const readData = (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8');

/**
 * Reads a walk in the form of a transcript without the bot's lines:
 *
 *   # the part that begins here
 *   อรทัย: 3      what a person types
 *   อรทัย [ยืนยัน]  taps what has that label
 */
export function parseScript(text: string): Script {
  const parts: { name: string; acts: Act[] }[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (line.startsWith('# ')) {
      parts.push({ name: line.slice(2), acts: [] });
      continue;
    }
    const [, who, typed, label] = /^(\S+?)(?:: (.+)| \[(.+)\])$/.exec(line) ?? [];
    const part = parts.at(-1);
    const what = typed ?? label;
    if (!part || who === undefined || what === undefined)
      throw new Error(`this is no line of a walk: ${line}`);
    part.acts.push({ who, kind: typed === undefined ? 'taps' : 'types', what });
  }
  return parts;
}
