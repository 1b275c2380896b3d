import { describe, expect, it } from 'vitest';
import { advance, type Move, presentSlot } from '../../src/engine/advance.ts';
import type { Draft, Entry } from '../../src/engine/draft.ts';
import type { Json, StepKey } from '../../src/engine/ids.ts';
import { walk } from '../../src/engine/walk.ts';
import { freshDraft } from './anyForm.ts';
import { answerTo, type Engine, turnAt } from './anyMoves.ts';
import {
  holds,
  isCaught,
  keysIn,
  late,
  ofEveryEnd,
  ofEveryMove,
  often,
  placeOf,
  standing,
  unfocused,
  valuesIn,
  without,
} from './laws.ts';
import { tally } from './parse/properties.ts';

describe('the present question', () => {
  const seen = tally<string>();
  const derived = (broken: Partial<Engine>, seen = tally<string>()) =>
    ofEveryMove(broken, (spec, { after: { draft } }, { presentSlot }) => {
      // Only form, log, facts and focus are kept of the draft: nothing else says where one is.
      const { id, form, version, subject, facts, log, startedAt, touchedAt, focus } = structuredClone(draft);
      const kept = { id, form, version, subject, facts, log, startedAt, touchedAt, misses: 0 };
      const replayed: Draft = { ...kept, ...(focus ? { focus } : {}) };
      const { slots } = walk(spec.form, replayed, spec.derived);
      const focused = slots.find(({ key }) => key === draft.focus);
      const expected = focused ?? slots.find(({ entry }) => !entry);
      seen.count(focused ? 'focus' : expected ? 'open' : 'complete');
      if (expected?.item) seen.count('list');
      expect(presentSlot(spec, draft)?.key).toBe(expected?.key);
      expect(presentSlot(spec, replayed)?.key).toBe(expected?.key);
    });

  it('is derived from the answers, and replaying them leads to it again', () => {
    holds(derived({}, seen));
    expect(seen.fewest('open', 'focus', 'complete', 'list')).toBeGreaterThan(often(500));
    // A cursor that counts what was answered.
    isCaught(
      derived({
        presentSlot: (spec, { log, ...draft }) =>
          walk(spec.form, { ...draft, log }, spec.derived).slots[standing(log).size],
      }),
    );
  });
});

describe('going back', () => {
  const inverse = (broken: Partial<Engine>, seen = tally<string>()) =>
    ofEveryMove(broken, (spec, { before, made, after, n }, { advance }) => {
      if (after.draft.log.length === before.log.length || made.move.kind === 'evidence') return;
      if (after.draft.log.length < before.log.length) return;
      const present = presentSlot(spec, before);
      const back = advance(spec, after.draft, { kind: 'back' }, turnAt(n + late)).draft;
      const last = after.draft.log.at(-1);
      seen.count(last?.do ?? '');
      if (before.focus) seen.count('edited');
      // An answer to another question leaves an edit open, and going back leaves the edit first.
      if (after.draft.focus && present?.key === after.draft.focus) return;
      expect(back.log).toEqual(before.log);
      expect(valuesIn(spec, unfocused(back))).toEqual(valuesIn(spec, unfocused(before)));
      if (last && ofSame(present?.key, last)) expect(presentSlot(spec, back)).toEqual(present);
    });
  const ofSame = (key: StepKey | undefined, last: Entry) =>
    last.key === key || (last.do === 'end' && key?.startsWith(`${last.key}.`));

  it('is the exact inverse of the last answer', () => {
    const seen = tally<string>();
    holds(inverse({}, seen));
    expect(seen.fewest('answer', 'skip', 'end', 'edited')).toBeGreaterThan(often(100));
    isCaught(
      inverse({
        advance: (spec, draft, move, turn) => {
          const result = advance(spec, draft, move, turn);
          if (move.kind !== 'back' || result.draft.log.length === draft.log.length) return result;
          return { ...result, draft: { ...result.draft, log: draft.log.slice(1) } };
        },
      }),
    );
  });

  it('ends at the first question, and never fails', () => {
    holds(
      ofEveryEnd({}, (spec, draft, { advance }) => {
        let present = draft;
        // Each step takes an answer off or leaves an edit.
        for (let steps = 0; steps <= 2 * draft.log.length + 1; steps += 1)
          present = advance(spec, present, { kind: 'back' }, turnAt(late + steps)).draft;
        expect(present.log.filter((entry) => entry.do !== 'keep')).toEqual([]);
        expect(presentSlot(spec, present)).toEqual(
          presentSlot(spec, freshDraft(spec.form, draft.facts.known === true)),
        );
      }),
    );
  });
});

describe('an edit', () => {
  const editing = (broken: Partial<Engine>, seen = tally<string>()) =>
    ofEveryMove(broken, (spec, { before, made, n }, { advance, presentSlot }) => {
      if (made.move.kind !== 'edit' && made.move.kind !== 'editKey') return;
      const edited = advance(spec, before, made.move, made.turn);
      if (edited.happened.kind !== 'editing') return;
      const { key, step } = edited.happened.slot;
      expect(edited.draft.log).toEqual(before.log);
      expect(presentSlot(spec, edited.draft)?.key).toBe(key);
      const answered = advance(spec, edited.draft, answerTo(step, n), turnAt(n + late)).draft;
      expect(without(standing(answered.log), key)).toEqual(without(standing(before.log), key));
      expect(standing(answered.log).get(key)).toMatchObject({ do: 'answer', event: `e${n + late}` });
      const wasAt = presentSlot(spec, unfocused(before))?.key;
      const shown = keysIn(spec, answered);
      const same = JSON.stringify(shown) === JSON.stringify(keysIn(spec, unfocused(before)));
      seen.count(same ? 'same questions' : 'other questions');
      if (same && wasAt !== key) expect(presentSlot(spec, answered)?.key).toBe(wasAt);
    });

  it('changes only its own answer and comes back to where one was', () => {
    const seen = tally<string>();
    holds(editing({}, seen));
    expect(seen.fewest('same questions', 'other questions')).toBeGreaterThan(often(40));
    const forgetsOrder: Engine['advance'] = (spec, draft, move, turn) => {
      const result = advance(spec, draft, move, turn);
      const last = result.draft.log.at(-1);
      if (!last || result.draft.log.length <= draft.log.length) return result;
      return { ...result, draft: { ...result.draft, log: [last, ...draft.log] } };
    };
    isCaught(editing({ advance: forgetsOrder }));
    const cutsWhatFollows: Engine['advance'] = (spec, draft, move, turn) => {
      const { log, ...result } = advance(spec, draft, move, turn).draft;
      const key = draft.focus;
      const from = log.findIndex((entry) => entry.key === key);
      const kept = key && log.length > draft.log.length && from >= 0 ? log.slice(0, from + 1) : log;
      return { ...advance(spec, draft, move, turn), draft: { ...result, log: kept } };
    };
    isCaught(editing({ advance: cutsWhatFollows }));
  });
});

describe('a branch', () => {
  const hiding = (broken: Partial<Engine>, seen = tally<string>()) =>
    ofEveryEnd(broken, (spec, draft, { advance }) => {
      const { slots } = walk(spec.form, draft, spec.derived);
      const values = valuesIn(spec, draft);
      for (const { key, step, entry } of slots) {
        if (step.kind !== 'yesNo' || entry?.do !== 'answer') continue;
        const tap = (value: Json, n: number): Move & { at: number } => ({
          kind: 'tap',
          key,
          value: value === true ? 'yes' : 'no',
          at: n,
        });
        const other = advance(spec, draft, tap(entry.value !== true, 1), turnAt(late)).draft;
        const gone = Object.keys(values).filter((one) => !(one in valuesIn(spec, other)));
        seen.count(gone.length > 0 ? 'hidden' : 'nothing hidden');
        const back = advance(spec, other, tap(entry.value, 2), turnAt(late + 1)).draft;
        expect(valuesIn(spec, back)).toEqual(values);
        if (!draft.focus) expect(presentSlot(spec, back)?.key).toBe(presentSlot(spec, draft)?.key);
      }
    });

  it('that an answer hid comes back with its answers', () => {
    const seen = tally<string>();
    holds(hiding({}, seen));
    expect(seen.fewest('hidden', 'nothing hidden')).toBeGreaterThan(often(30));
    const throwsHiddenAway: Engine['advance'] = (spec, draft, move, turn) => {
      const result = advance(spec, draft, move, turn);
      const shown = keysIn(spec, result.draft);
      const log = result.draft.log.filter(({ key }) => shown.includes(key));
      return { ...result, draft: { ...result.draft, log } };
    };
    isCaught(hiding({ advance: throwsHiddenAway }));
  });
});

describe('a button', () => {
  const tapping = (broken: Partial<Engine>, seen = tally<string>()) =>
    ofEveryMove(broken, (spec, { before, made: { move, turn } }, { advance }) => {
      if (move.kind !== 'tap') return;
      const { draft, happened } = advance(spec, before, move, turn);
      const slot = walk(spec.form, before, spec.derived).slots.find(({ key }) => key === move.key);
      if (slot?.entry && slot.entry.at > turn.at) {
        seen.count('older');
        expect(happened.kind).toBe('newerStands');
        expect(draft).toBe(before);
        return;
      }
      expect(without(standing(draft.log), move.key)).toEqual(without(standing(before.log), move.key));
      if (!slot) return seen.count('not asked');
      const present = presentSlot(spec, before);
      seen.count(present?.key === move.key ? 'present' : 'past');
      if (happened.kind === 'answered')
        expect(standing(draft.log).get(move.key)).toMatchObject({ event: turn.event });
      if (present?.key !== move.key) {
        const isHidden = before.focus && !keysIn(spec, draft).includes(before.focus);
        if (isHidden) seen.count('place hidden');
        expect(placeOf(draft)).toEqual(isHidden ? { misses: 0 } : placeOf(before));
      }
    });

  it('of long ago answers its own question and no other, unless a newer answer stands', () => {
    const seen = tally<string>();
    holds(tapping({}, seen));
    expect(seen.fewest('older', 'not asked', 'present', 'past')).toBeGreaterThan(often(50));
    isCaught(
      tapping({
        advance: (spec, draft, move, turn) => {
          const present = presentSlot(spec, draft);
          const moved = move.kind === 'tap' && present ? { ...move, key: present.key } : move;
          return advance(spec, draft, moved, turn);
        },
      }),
    );
    isCaught(
      tapping({
        advance: (spec, draft, move, { event, today }) =>
          advance(spec, draft, move, { event, today, at: turnAt(late).at }),
      }),
    );
  });
});

describe('an answer that is not taken', () => {
  const untaken = (broken: Partial<Engine>, seen = tally<string>()) =>
    ofEveryMove(broken, (spec, { before, made: { move, turn } }, { advance }) => {
      const { draft, happened } = advance(spec, before, move, turn);
      seen.count(happened.kind);
      if (happened.kind === 'refused' || happened.kind === 'unsure') {
        expect(draft.log).toEqual(before.log);
        expect(presentSlot(spec, draft)?.key).toBe(presentSlot(spec, before)?.key);
      }
      if (happened.kind === 'refused') expect(happened.misses).toBeGreaterThan(before.misses);
      if (move.kind === 'text' && ['ร้อยห้า', 'cha', '9/7/22'].includes(move.text))
        expect(['unsure', 'answered', 'refused']).toContain(happened.kind);
      if (happened.kind === 'unsure') expect(happened.candidates.length).toBeGreaterThan(0);
      if (happened.kind === 'kept') expect(valuesIn(spec, draft)).toEqual(valuesIn(spec, before));
    });

  it('leaves the question and every answer as they are', () => {
    const seen = tally<string>();
    holds(untaken({}, seen));
    expect(seen.fewest('refused', 'unsure', 'kept', 'mustAnswer', 'newerStands')).toBeGreaterThan(often(75));
    const guesses: Engine['advance'] = (spec, draft, move, turn) => {
      const result = advance(spec, draft, move, turn);
      const { happened } = result;
      if (happened.kind !== 'unsure') return result;
      const value = happened.candidates[0] ?? null;
      const { draft: guessed } = advance(spec, draft, { kind: 'value', key: happened.slot.key, value }, turn);
      return { draft: guessed, happened };
    };
    isCaught(untaken({ advance: guesses }));
  });
});

describe('every form', () => {
  const completing = (broken: Partial<Engine>, seen = tally<string>()) =>
    ofEveryEnd(broken, (spec, begun, { advance, presentSlot }) => {
      let draft = begun;
      for (let n = late; n < late + 60; n += 1) {
        const slot = presentSlot(spec, draft);
        if (!slot) break;
        if (slot.item) seen.count(slot.item.mayEnd && n % 3 === 0 ? 'ended' : 'list');
        const move: Move =
          slot.item?.mayEnd && n % 3 === 0 ? { kind: 'end', key: slot.key } : answerTo(slot.step, n);
        draft = advance(spec, draft, move, turnAt(n)).draft;
      }
      expect(presentSlot(spec, draft)).toBeUndefined();
      expect(walk(spec.form, draft, spec.derived).open).toBeUndefined();
      expect(advance(spec, draft, { kind: 'text', text: '3' }, turnAt(late + 99)).happened.kind).toBe(
        'complete',
      );
    });

  it('can be completed from wherever one is', () => {
    const seen = tally<string>();
    holds(completing({}, seen));
    expect(seen.fewest('ended', 'list')).toBeGreaterThan(often(10));
    isCaught(
      completing({
        advance: (spec, draft, move, turn) => {
          const result = advance(spec, draft, move, turn);
          return draft.focus ? { ...result, draft: { ...result.draft, focus: draft.focus } } : result;
        },
      }),
    );
  });
});
