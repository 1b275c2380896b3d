import type { HouseholdId } from '../../../programme/ids.ts';
import type { BatchLine, Said } from './batchLine.ts';
import { managingStep, needsReason, type Standing, type Turn, turnOf } from './steps.ts';

/** From so many households on, the same of all of them is asked about. */
export const manyAlike = 4;

/** A household of a center's list, as far as a message about several can concern it. */
export type Listed = Standing & {
  readonly no: number;
  readonly household: HouseholdId;
  readonly hasPlan: boolean;
  readonly isOpen: boolean;
};

/** What was understood of one household. */
export type Understood = {
  readonly no: number;
  readonly household: HouseholdId;
  readonly said: Said;
  readonly words: string;
  /** How a step follows the one reached. */
  readonly turn?: Turn;
  /** It jumps or goes back, so a reason is asked for. */
  readonly needsReason: boolean;
};

/** What is asked about, one at a time. */
export type Unclear = {
  readonly words: string;
  readonly why: 'notUnderstood' | 'unknownNumber' | 'closed' | 'saidTwice' | 'planFirst';
  readonly no?: number;
};

/** The same of many households at once. */
export type Alike = { readonly said: Said; readonly nos: readonly number[] };

/** A message about several households against the center's list; what is unclear of one touches no other. */
export type Batch = {
  readonly understood: readonly Understood[];
  readonly unclear: readonly Unclear[];
  readonly alike: readonly Alike[];
};

export function judgeBatch(lines: readonly BatchLine[], list: readonly Listed[]): Batch {
  const known = new Map(list.map((listed) => [listed.no, listed]));
  const said = saidOfEach(lines);
  const seen = new Set<number>();
  const understood: Understood[] = [];
  const unclear: Unclear[] = [];
  for (const line of lines) {
    if (line.kind === 'unclear') {
      unclear.push({ words: line.words, why: 'notUnderstood' });
      continue;
    }
    for (const no of line.nos) {
      const listed = known.get(no);
      const isTwofold = (said.get(no)?.size ?? 0) > 1;
      const why = isTwofold ? 'saidTwice' : whyNot(listed, line.said);
      if (why) unclear.push({ words: line.words, why, no });
      else if (listed && !seen.has(no)) understood.push(understand(listed, line.said, line.words));
      seen.add(no);
    }
  }
  return { understood, unclear, alike: alikeIn(understood) };
}

/** All that is said of each number; of two different things neither is believed. */
function saidOfEach(lines: readonly BatchLine[]): ReadonlyMap<number, ReadonlySet<string>> {
  const said = new Map<number, Set<string>>();
  for (const line of lines) {
    if (line.kind !== 'read') continue;
    for (const no of line.nos) said.set(no, (said.get(no) ?? new Set()).add(saidKey(line.said)));
  }
  return said;
}

function whyNot(listed: Listed | undefined, said: Said): Unclear['why'] | undefined {
  if (!listed) return 'unknownNumber';
  if (!listed.isOpen) return 'closed';
  return said.kind === 'step' && said.step >= managingStep && !listed.hasPlan ? 'planFirst' : undefined;
}

function understand(listed: Listed, said: Said, words: string): Understood {
  const { no, household } = listed;
  if (said.kind !== 'step') return { no, household, said, words, needsReason: false };
  const turn = turnOf(listed, said.step);
  return { no, household, said, words, turn, needsReason: needsReason(turn) };
}

function alikeIn(understood: readonly Understood[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const { no, said } of understood) {
    const key = saidKey(said);
    groups.set(key, { said, nos: [...(groups.get(key)?.nos ?? []), no] });
  }
  return [...groups.values()].filter(({ nos }) => nos.length >= manyAlike);
}

const saidKey = (said: Said): string => (said.kind === 'step' ? `step ${said.step}` : said.kind);
