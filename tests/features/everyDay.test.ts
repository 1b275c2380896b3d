import { describe, expect, test } from 'vitest';
import type { Draft, Facts } from '../../src/engine/draft.ts';
import type { DateStep, LeafStep } from '../../src/engine/form.ts';
import type { DraftId, StepKey } from '../../src/engine/ids.ts';
import { daysAfter } from '../../src/engine/parse/isoDay.ts';
import { boundsOf, exampleDay, problemWith } from '../../src/engine/readAnswer.ts';
import type { Slot } from '../../src/engine/walk.ts';
import { features } from '../../src/features/index.ts';
import { problemText } from '../../src/kernel/form/notes.ts';
import { daysToPick } from '../../src/kernel/form/question.ts';
import type { FormTalk } from '../../src/kernel/form/talk.ts';
import { toIsoDate } from '../../src/kernel/form/value.ts';
import { t } from '../../src/kernel/reply.ts';
import { createTexts } from '../../src/text/texts.ts';
import { now } from '../support/flowWorld.ts';

/** Every question of every form that asks for a day knows a first and a last one, and says which. */

type Question = readonly [name: string, talk: FormTalk, step: DateStep];

const questions: readonly Question[] = features
  .flatMap(({ forms = [] }) => forms)
  .flatMap((talk) =>
    talk.form.steps
      .flatMap((step): readonly LeafStep[] => (step.kind === 'repeat' ? step.steps : [step]))
      .flatMap((step): readonly Question[] =>
        step.kind === 'date' ? [[`${talk.form.id} ${step.id}`, talk, step]] : [],
      ),
  );

/** In the year, on its last days, and after its end while it is still open. */
const days = ['2022-08-01', '2022-09-30', '2022-10-01', '2023-02-15'].map(toIsoDate);
const joined = '2022-03-01';
const texts = createTexts();
const thai = (date: string) => texts.render(t('common:date', { date: { date: toIsoDate(date) } }), 'th');
const facts: Facts = { joinedOn: joined, resultDue: '2022-09-15', funds: [], contracts: [] };
const draftOf = (talk: FormTalk): Draft => ({
  ...{ id: 'd1' as DraftId, form: talk.form.id, version: talk.form.version, facts, log: [] },
  ...{ subject: { year: '2565', center: 'C000001', line: '1' } },
  ...{ misses: 0, startedAt: now, touchedAt: now },
});
const slotOf = (step: DateStep): Slot => ({ key: step.id as StepKey, step });

const founded = '1957-01-01';
const startOfYear = '2021-10-01';
const generation = 30;
const decade = 10;

const later = (today: string, years: number): string =>
  `${Number(today.slice(0, 4)) + years}${today.slice(4)}`;

/** The first and the last day of a question by its name; a plan's is every question of its kind. */
function expected(name: string, today: string): { readonly from: string; readonly to: string } {
  if (/(?:By| by)$/.test(name)) return { from: today, to: later(today, decade) };
  switch (name) {
    case 'center-assessment founded':
      return { from: founded, to: today };
    case 'household-step on':
    case 'household-edit joinedOn':
    case 'plan-line on':
      return { from: startOfYear, to: today };
    case 'household-close on':
      return { from: joined, to: today };
    case 'household-methods termFrom':
    case 'household-methods termTo':
      return { from: founded, to: later(today, generation) };
    case 'household-methods pauseUntil':
    case 'household-methods freezeUntil':
    case 'household-methods newTerm':
      return { from: daysAfter(joined, 1), to: later(today, generation) };
    default:
      throw new Error(`it is not known which days ${name} takes`);
  }
}

describe.each(days)('on %s', (today) => {
  test.each(questions)('%s knows its first and its last day', (name, talk, step) => {
    const draft = draftOf(talk);
    const besides = talk.bounds?.(draft, slotOf(step), today);
    const { from, to } = expected(name, today);
    expect(boundsOf(step, today, besides)).toEqual({ from, to });
    for (const day of [from, to]) expect(problemWith(step, day, today, besides)).toBeUndefined();
    for (const day of [daysAfter(from, -1), daysAfter(to, 1)]) {
      const problem = problemWith(step, day, today, besides);
      // The sentence says the bound, or a day that would do.
      const sentence = problem && texts.render(problemText(problem), 'th');
      expect(sentence).toMatch(/\d{1,2} \S+ 2[45]\d\d|วันนี้/);
      if (day > to && problem?.code === 'tooLate') expect(sentence).toContain(thai(to));
      if (day < from && problem?.code === 'tooEarly') expect(sentence).toContain(thai(from));
    }
  });

  test.each(questions)('%s offers no day that it refuses', (_name, talk, step) => {
    const draft = draftOf(talk);
    const slot = slotOf(step);
    const besides = talk.bounds?.(draft, slot, today);
    const picker = daysToPick(step, today, besides);
    const suggested = talk.suggestion?.(draft, slot, today);
    const offered = [
      ...[exampleDay(step, today, besides), picker.initial, picker.min ?? '', picker.max ?? ''],
      ...(suggested?.kind === 'value' ? [suggested.value] : []),
    ];
    expect(offered.filter((day) => problemWith(step, day, today, besides))).toEqual([]);
  });
});
