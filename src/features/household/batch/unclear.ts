import type { Text } from '../../../kernel/reply.ts';
import type { AtCenter } from '../atCenter.ts';
import type { Understood } from '../rules/batch.ts';
import type { DebtStep } from '../rules/steps.ts';
import type { Queue, Waiting } from './queue.ts';
import { unclearText } from './said.ts';
import { lineOfOne, linesIn, tellsOfSome } from './text.ts';
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

/** Reads a line typed anew; a bare step or state is about the household that was asked about. */
export function readAnew(
  asked: Unclear,
  rest: Queue,
  text: string,
  { debts, context: { today } }: AtCenter,
): Anew {
  const whole = wholeOf(asked, text);
  const { understood, unclear } = batchOf(whole, debts, today);
  const [line, ...others] = understood;
  if (!line) return { kind: 'miss', notes: unclear.map(unclearText) };
  if (unclear.length === 0 && others.length === 0 && line.no === asked.no && line.said.kind === 'step')
    return { kind: 'step', line, step: line.said.step };
  return { kind: 'preview', text: [whole, ...rest.flatMap(wordsOf)].join('\n') };
}

function wholeOf({ no }: Unclear, text: string): string {
  const withNumber = `${no} ${text}`;
  const isBare = no !== undefined && !tellsOfSome(linesIn(text)) && tellsOfSome(linesIn(withNumber));
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
  return [waiting.no === undefined ? waiting.words : lineOfOne(waiting.words, waiting.no)];
}
