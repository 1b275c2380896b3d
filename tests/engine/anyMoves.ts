import fc from 'fast-check';
import {
  type Advance,
  advance,
  type Moment,
  type Move,
  presentSlot,
  type Spec,
} from '../../src/engine/advance.ts';
import type { Draft } from '../../src/engine/draft.ts';
import type { LeafStep } from '../../src/engine/form.ts';
import type { EventId, StepKey } from '../../src/engine/ids.ts';
import { numberedSlots } from '../../src/engine/review.ts';
import { type Slot, walk } from '../../src/engine/walk.ts';
import { options, start, today } from './anyForm.ts';

/** Moves aimed at the state: each wish is turned into what it would be where the draft stands. */

export const wishes = [
  'answer',
  'tap',
  'tapAnswered',
  'tapOlder',
  'tapNoMore',
  'wrong',
  'unclear',
  'confirm',
  'skip',
  'back',
  'edit',
  'end',
  'evidence',
] as const;
export type Wish = { readonly what: (typeof wishes)[number]; readonly pick: number };

export const anyWishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 8, arbitrary: fc.constant('answer' as const) },
      { weight: 2, arbitrary: fc.constantFrom('edit' as const, 'tapAnswered' as const) },
      { weight: 3, arbitrary: fc.constantFrom('end' as const, 'skip' as const, 'unclear' as const) },
      { weight: 5, arbitrary: fc.constantFrom(...wishes) },
    ),
    pick: fc.nat(11),
  }),
  { minLength: 8, maxLength: 40, size: 'max' },
);

/** A move and when it was made; taps on old buttons may have been made before the answer that stands. */
export type Made = { readonly move: Move; readonly turn: Moment };

export const turnAt = (n: number): Moment => ({
  at: new Date(start.getTime() + n * 10_000),
  event: `e${n}` as EventId,
  today,
});

/** The move that a wish is at this place, if there is one. */
export function toMove(spec: Spec, draft: Draft, { what, pick }: Wish, n: number): Made | undefined {
  const turn = turnAt(n);
  const now = (move: Move | undefined): Made | undefined => move && { move, turn };
  const slot = presentSlot(spec, draft);
  const { slots } = walk(spec.form, draft, spec.derived);
  const answered = slots.filter(({ entry, step }) => entry?.do === 'answer' && isTappable(step));
  const chosen = answered[pick % Math.max(answered.length, 1)];
  switch (what) {
    case 'answer':
      return now(slot && answerTo(slot.step, pick));
    case 'tap':
      return now(slot && tapOn(slot, pick));
    case 'tapAnswered':
      return now(chosen && tapOn(chosen, pick));
    case 'tapOlder': {
      const move = chosen && tapOn(chosen, pick);
      const at = new Date((chosen?.entry?.at.getTime() ?? 0) - 1);
      return move && { move, turn: { ...turn, at } };
    }
    case 'tapNoMore': {
      const gone = draft.log.find(({ key }) => slots.every((one) => one.key !== key))?.key;
      return now({ kind: 'tap', key: gone ?? ('no.9.such' as StepKey), value: 'yes' });
    }
    case 'wrong':
      return now(slot && { kind: 'text', text: wrongFor(slot.step) });
    case 'unclear':
      return now(slot && unclearFor(slot.step));
    case 'confirm':
      return now(
        slot && draft.asked
          ? pick % 2 === 0
            ? { kind: 'tap', key: draft.asked.key, value: '#0' }
            : { kind: 'text', text: 'ใช่' }
          : undefined,
      );
    case 'skip':
    case 'back':
      return now({ kind: what });
    case 'edit': {
      const numbered = numberedSlots(spec.form, slots);
      const wanted = numbered[pick % Math.max(numbered.length, 1)];
      if (!wanted) return undefined;
      return now(
        pick % 2 === 0 ? { kind: 'edit', number: wanted.number } : { kind: 'editKey', key: wanted.slot.key },
      );
    }
    case 'end': {
      const last = slots.find(({ item, entry }) => item?.mayEnd && (!entry || pick === 0)) ?? slot;
      return now(last && { kind: 'end', key: last.key });
    }
    case 'evidence':
      return now({ kind: 'evidence', evidence: { kind: 'file', file: `f${n}` } });
    default:
      return what satisfies never;
  }
}

const isTappable = ({ kind }: LeafStep): boolean => kind === 'choice' || kind === 'yesNo' || kind === 'date';

/** A right answer, typed or sent. */
export function answerTo(step: LeafStep, pick: number): Move {
  switch (step.kind) {
    case 'photo':
      return { kind: 'evidence', evidence: { kind: 'photo', file: `photo${pick}` } };
    case 'location':
      return { kind: 'evidence', evidence: { kind: 'location', latitude: pick, longitude: 100 } };
    case 'text':
      return { kind: 'text', text: ['กลุ่มออมทรัพย์', 'แผน', 'ใช่', 'ยกเลิกหนี้'][pick % 4] ?? '' };
    case 'number':
      return { kind: 'text', text: ['3', '๗', 'สอง', 'ข้อ 5'][pick % 4] ?? '' };
    case 'money':
      return { kind: 'text', text: ['25,000', '๑๒๐ บาท', 'สองหมื่นห้า'][pick % 3] ?? '' };
    case 'choice':
      return { kind: 'text', text: ['1', 'bravo', 'ข้อ 3', 'ชาร์ลี'][pick % 4] ?? '' };
    case 'many':
      return { kind: 'text', text: ['1,3', 'bravo', 'ทั้งหมด'][pick % 3] ?? '' };
    case 'yesNo':
      return { kind: 'text', text: pick % 2 === 0 ? 'ใช่' : 'ไม่ใช่' };
    case 'date':
      return { kind: 'text', text: pick % 2 === 0 ? '9 ก.ค. 65' : 'วันนี้' };
    case 'phone':
      return { kind: 'text', text: '081-234-5678' };
    default:
      return step satisfies never;
  }
}

function tapOn({ key, step }: Slot, pick: number): Move | undefined {
  switch (step.kind) {
    case 'choice':
      return { kind: 'tap', key, value: options[pick % options.length] ?? '' };
    case 'yesNo':
      return { kind: 'tap', key, value: pick % 2 === 0 ? 'yes' : 'no' };
    case 'date':
      return { kind: 'tap', key, value: '2022-07-31' };
    default:
      return undefined;
  }
}

function wrongFor({ kind }: LeafStep): string {
  if (kind === 'text') return 'ก'.repeat(41);
  if (kind === 'number') return '99';
  if (kind === 'date') return '9 ส.ค. 2599';
  return '???';
}

/** What can be meant in more than one way. */
function unclearFor({ kind }: LeafStep): Move | undefined {
  if (kind === 'money') return { kind: 'text', text: 'ร้อยห้า' };
  if (kind === 'date') return { kind: 'text', text: '9/7/22' };
  return kind === 'choice' ? { kind: 'text', text: 'cha' } : undefined;
}

/** The parts of the engine that a property is about, so that broken ones can be handed in. */
export type Engine = { readonly advance: typeof advance; readonly presentSlot: typeof presentSlot };
export const engine: Engine = { advance, presentSlot };

export type Step = {
  readonly before: Draft;
  readonly made: Made;
  readonly after: Advance;
  readonly n: number;
};

/** Plays all the wishes that can be made where the draft stands, and calls back for each move. */
export function play(
  { advance }: Pick<Engine, 'advance'>,
  spec: Spec,
  first: Draft,
  wished: readonly Wish[],
  visit: (step: Step) => void = () => {},
): Draft {
  return wished.reduce((before, wish, place) => {
    const n = place + 1;
    const made = toMove(spec, before, wish, n);
    if (!made) return before;
    const after = advance(spec, before, made.move, made.turn);
    visit({ before, made, after, n });
    return after.draft;
  }, first);
}
