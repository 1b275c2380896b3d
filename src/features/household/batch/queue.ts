import { z } from 'zod';
import { helpAfter, missesOf, type PromptData, withPrompt } from '../../../kernel/ask/prompt.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { type Option, type Text, t } from '../../../kernel/reply.ts';
import type { AtCenter } from '../atCenter.ts';
import { type CenterDebts, joinedIn, placeKey } from '../debts.ts';
import type { BatchWork } from '../intent.ts';
import { nextInCenter } from '../next.ts';
import { doubts } from '../rules/batch.ts';
import { debtSteps } from '../rules/steps.ts';
import { showCenter } from '../show.ts';
import { unclearText } from './said.ts';
import { linesIn, tellsOfSome } from './text.ts';

const step = z.literal(debtSteps);
const reasonLine = z.object({
  no: z.number(),
  step,
  sameFor: z.number().optional(),
  on: z.string().optional(),
  together: z.string().optional(),
  /** Waits for the reason of an earlier step of its household, and has none of its own. */
  waits: z.boolean().optional(),
  /** The joining is to be changed to its day. */
  joinsEarlier: z.boolean().optional(),
});
const unclear = z.object({
  kind: z.literal('unclear'),
  words: z.array(z.string()),
  why: z.enum(doubts),
  nos: z.array(z.number()),
  month: z.object({ month: z.string(), days: z.number() }).optional(),
});
const reason = z.object({ kind: z.literal('reason'), lines: z.array(reasonLine) });
const queue = z.array(z.union([reason, unclear])).catch([]);

export type ReasonLine = z.infer<typeof reasonLine>;

/** What of a message is still asked about, one at a time. */
export type Waiting = z.infer<typeof reason> | z.infer<typeof unclear>;
export type Queue = readonly Waiting[];

export const queueOf = (data: PromptData): Queue => queue.parse(JSON.parse(data.queue ?? '[]'));

/** Keeps the lines; the rest of the message waits in the open prompt for what comes of them. */
export function batchNext(at: AtCenter, lines: readonly BatchWork[], rest: Queue): Decision {
  const { person, debts } = at;
  const { center, year } = debts;
  if (lines.length === 0) return askNext(at, rest);
  const data = { center: placeKey(debts), queue: JSON.stringify(rest) };
  return {
    person: withPrompt(person, 'household', 'batchWaits', data),
    intent: { kind: 'batchHouseholds', center: center.id, year, lines },
  };
}

/** Asks what is next in the queue; the center's card when nothing is left. */
export function askNext(at: AtCenter, rest: Queue, notes: readonly Text[] = [], misses = 0): Decision {
  const { person, debts } = at;
  const [next] = rest;
  if (!next) return showCenter(person, debts, { notes, next: nextInCenter(debts) });
  const option = (label: Text, act: string): Option => ({
    label,
    tap: { kind: 'act', flow: 'household', act, value: placeKey(debts) },
  });
  const skip = option(t('household:batch.skip'), 'batchSkip');
  const joins = option(t('household:changeJoining'), 'batchJoins');
  const isEarly = next.kind === 'unclear' && next.why === 'dayBeforeJoining';
  const question =
    next.kind === 'reason'
      ? t('household:batch.askReason', {
          lines: next.lines
            .filter(({ waits }) => !waits)
            .map(({ no, step }) => t('household:batch.noAndStep', { no, step })),
        })
      : t(isEarly ? 'household:batch.askJoining' : 'household:batch.askAgain', {
          problem: unclearText(next),
          no: exampleOf(debts, next.nos),
          today: { date: at.context.today },
        });
  const data = {
    center: placeKey(debts),
    queue: JSON.stringify(rest),
    misses: String(misses),
    free: 'yes',
    ...(next.kind === 'unclear' && { figures: 'yes' }),
    skip: `batchSkip ${placeKey(debts)}`,
  };
  return {
    person: withPrompt(person, 'household', next.kind === 'reason' ? 'batchReason' : 'batchUnclear', data),
    reply: {
      messages: [{ kind: 'text', text: [...notes, ...wayOut(misses), question] }],
      options: isEarly ? [joins, skip] : [skip],
      asks: true,
    },
  };
}

/** A household that there is, as an example: one of those that are asked about, else the first that is open. */
function exampleOf(debts: CenterDebts, asked: readonly number[]): number {
  const open = joinedIn(debts).filter(({ household }) => household.closed === undefined);
  const nos = open.map(({ household }) => household.place.no);
  return asked.find((no) => nos.includes(no)) ?? nos[0] ?? 1;
}

/** From the third miss on: how to leave, and what becomes of the lines that wait. */
const wayOut = (misses: number): readonly Text[] => {
  const help = helpAfter(misses);
  return help.length > 0 ? [...help, t('household:batch.wayOut')] : [];
};

/** One reason for the steps of a message that jump or go back. */
export function reasonAnswered(at: AtCenter, data: PromptData, text: string): Decision {
  const [next, ...rest] = queueOf(data);
  if (next?.kind !== 'reason') return askNext(at, rest);
  // Another message about households is no reason; it would be written down for all of them.
  if (tellsOfSome(linesIn(text)))
    return askNext(
      at,
      [next, ...rest],
      [t('household:batch.notReason', { words: text })],
      missesOf(data) + 1,
    );
  const { today } = at.context;
  const lines = next.lines.flatMap((line): readonly BatchWork[] => {
    const { no, step: reached, sameFor, on, together, waits, joinsEarlier } = line;
    const joined = joinedIn(at.debts).find(({ household }) => household.place.no === no);
    if (!joined) return [];
    const told = {
      on: on === undefined ? today : toIsoDate(on),
      ...(together !== undefined && { together }),
      photos: [],
    };
    const why = waits ? {} : { reason: text.trim() };
    const same = sameFor === undefined ? {} : { sameFor };
    const joins = joinsEarlier ? { joinedOn: told.on } : {};
    return [
      {
        no,
        household: joined.household.id,
        work: { kind: 'logStep', step: reached, told, ...why, ...same, ...joins },
      },
    ];
  });
  return batchNext(at, lines, rest);
}
