import { z } from 'zod';
import type { DraftId, StepKey } from '../engine/ids.ts';
import type { FlowId, Tap } from '../kernel/reply.ts';

/**
 * What a button carries, as compact JSON. Old buttons stay in the chat for ever: a form of data that changes
 * gets a new first word, and data that cannot be read any more is told from a wrong answer.
 */
export type ButtonTap = Exclude<Tap, { kind: 'say' }>;

/** LINE's limit of postback data, in UTF-16 units. */
const longest = 300;

const isId = (value: unknown): boolean => typeof value === 'string' && value !== '';
/** Whether there is such a flow is found when its turn comes. */
const flow = z.custom<FlowId>(isId);
const draft = z.custom<DraftId>(isId);
const step = z.custom<StepKey>(isId);
const words = z.string();

const carried = z.union([
  z.tuple([z.literal('a1'), draft, step, words]),
  z.tuple([z.literal('c1'), flow, words, words.nullable(), draft.nullable()]),
  z.tuple([z.literal('d1'), draft, step]),
  z.tuple([z.literal('e1'), flow, words, words]),
]);
const picked = z.object({ date: z.iso.date() });

/** The data of a button, or nothing where it would be too long for one. */
export function tapData(tap: ButtonTap): string | undefined {
  return fitting(
    tap.kind === 'answer'
      ? ['a1', tap.draft, tap.step, tap.value]
      : ['c1', tap.flow, tap.act, tap.value ?? null, tap.draft ?? null],
  );
}

/** The data of a date picker; the date that is picked comes beside it. */
export function datePickerData(draft: DraftId, step: StepKey): string | undefined {
  return fitting(['d1', draft, step]);
}

/** The same of an act, which gets the date behind its value. */
export function actPickerData({ flow, act, value }: PickedAct): string | undefined {
  return fitting(['e1', flow, act, value]);
}

type PickedAct = { readonly flow: FlowId; readonly act: string; readonly value: string };

function fitting(data: z.input<typeof carried>): string | undefined {
  const text = JSON.stringify(data);
  return text.length <= longest ? text : undefined;
}

/** Reads a tapped button; nothing where the data are not ours or of a form that is not known any more. */
export function readTap(data: string, params: unknown): ButtonTap | undefined {
  const tap = data.length <= longest ? carried.safeParse(parse(data)).data : undefined;
  switch (tap?.[0]) {
    case undefined:
      return undefined;
    case 'a1':
      return { kind: 'answer', draft: tap[1], step: tap[2], value: tap[3] };
    case 'c1': {
      const [, flow, act, value, draft] = tap;
      return {
        kind: 'act',
        flow,
        act,
        ...(value === null ? {} : { value }),
        ...(draft === null ? {} : { draft }),
      };
    }
    case 'd1': {
      const value = picked.safeParse(params).data?.date;
      return value === undefined ? undefined : { kind: 'answer', draft: tap[1], step: tap[2], value };
    }
    case 'e1': {
      const [, flow, act, value] = tap;
      const date = picked.safeParse(params).data?.date;
      return date === undefined ? undefined : { kind: 'act', flow, act, value: `${value} ${date}` };
    }
    default:
      return tap satisfies never;
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
