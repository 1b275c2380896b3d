import type { Text } from '../../../kernel/reply.ts';
import type { AtCenter } from '../atCenter.ts';
import type { Understood } from '../rules/batch.ts';
import type { DebtStep } from '../rules/steps.ts';
import type { Queue, Waiting } from './queue.ts';
import { unclearText } from './said.ts';
import { lineOf, linesIn, tellsOfSome } from './text.ts';
import { batchOf } from './work.ts';

type Unclear = Extract<Waiting, { kind: 'unclear' }>;

/** What a line typed anew comes to. */
export type Anew =
  /** One step of the household that was asked about. */
  | { readonly kind: 'step'; readonly line: Understood; readonly step: DebtStep }
  /** Nothing of it can be kept. */
  | { readonly kind: 'miss'; readonly notes: readonly Text[] }
  /** Anything else, which is shown first together with what still waits. */
  | { readonly kind: 'preview'; readonly text: string };

/** Reads a line typed anew; a bare step or state is about the households that were asked about. */
export function readAnew(
  asked: Unclear,
  rest: Queue,
  text: string,
  { debts, context: { today } }: AtCenter,
): Anew {
  const whole = wholeOf(asked, text);
  const { understood, unclear } = batchOf(whole, debts, today);
  const [line, ...more] = understood;
  if (!line) return { kind: 'miss', notes: unclear.map(unclearText) };
  if (
    unclear.length === 0 &&
    more.length === 0 &&
    asked.nos.length === 1 &&
    line.no === asked.nos[0] &&
    line.said.kind === 'step'
  )
    return { kind: 'step', line, step: line.said.step };
  const named = new Set([...understood.map(({ no }) => no), ...unclear.flatMap(({ nos }) => nos)]);
  // Of several that were asked about together, those that the new line does not name still wait.
  const others = asked.nos.length > 1 ? asked.nos.filter((no) => !named.has(no)) : [];
  const still = others.length > 0 ? linesOf({ ...asked, nos: others }) : [];
  return { kind: 'preview', text: [whole, ...still, ...rest.flatMap(wordsOf)].join('\n') };
}

function wholeOf({ nos }: Unclear, text: string): string {
  const withNumber = `${nos.join(', ')} ${text}`;
  const isBare = nos.length > 0 && !tellsOfSome(linesIn(text)) && tellsOfSome(linesIn(withNumber));
  return isBare ? withNumber : text;
}

/** The words of what waits, without the households of the same line that are kept already. */
function wordsOf(waiting: Waiting): readonly string[] {
  if (waiting.kind === 'reason')
    return waiting.lines.map(({ no, step, on, together }) =>
      [`${no} step ${step}`, ...(on ? [`on ${on}`] : []), ...(together ? [`with ${together}`] : [])].join(
        ' ',
      ),
    );
  return linesOf(waiting);
}

/** The lines that are asked about, of the households alone that they are asked about for. */
export const linesOf = ({ words, nos }: Unclear): readonly string[] =>
  nos.length === 0 ? words : words.map((line) => lineOf(line, nos));
