import { planStages } from '../../domain/plan.ts';
import type { LeafStep } from '../../engine/form.ts';
import { type AnswerProblem, problemWith, readAnswer } from '../../engine/readAnswer.ts';
import type { Call, Context, Decision } from '../flow.ts';
import { problemText } from '../form/notes.ts';
import { toIsoDate } from '../form/value.ts';
import type { Person } from '../person.ts';
import { helpAfter, missesOf, settled } from '../prompt.ts';
import { t } from '../reply.ts';
import { type Asked, askDay, askEvidence, askState, filesOf } from './ask.ts';
import type { Told } from './told.ts';

type Within = Extract<Call, { kind: 'act' | 'answer' }>;
type Answer = Extract<Call, { kind: 'answer' }>;

const stateStep: LeafStep = { id: 'state', part: 'plan', kind: 'choice', options: [...planStages] };
const dateStep: LeafStep = { id: 'on', part: 'plan', kind: 'date', only: 'past' };

/** Tells how a line is carried out, one question at a time: its state, since when, and evidence. */
export function carry(person: Person, call: Within, told: Told, context: Context): Decision {
  if (call.kind === 'answer' && call.event.kind === 'file') return keepFile(person, call, told, context);
  switch (call.act) {
    case 'state':
      return call.kind === 'answer'
        ? readState(person, call, told, context)
        : withState(person, told, context);
    case 'date':
      return call.kind === 'answer' ? readDay(person, call, told, context) : withDay(person, told, context);
    case 'save':
      return save(person, told, context);
    case 'evidence':
      return askEvidence(person, told, { notes: [t('plan:photoOrSave')] });
    default:
      return askState(person, told, {});
  }
}

/** A photo that comes while a line is told of is evidence of it. */
function keepFile(person: Person, call: Answer, told: Told, { today }: Context): Decision {
  const file = call.event.kind === 'file' ? call.event.file : '';
  const asked: Asked = { file, notes: [t('plan:kept', { count: filesOf(person, told).length + 1 })] };
  if (call.act === 'state') return askState(person, told, asked);
  return call.act === 'date' ? askDay(person, told, today, asked) : askEvidence(person, told, asked);
}

function readState(person: Person, call: Answer, told: Told, context: Context): Decision {
  const labels = (_step: LeafStep, option: string) =>
    planStages
      .filter((state) => state === option)
      .flatMap((state) => context.wordings(t(`plan:state.${state}`)));
  const { reading } = readAnswer(stateStep, textOf(call), context.today, labels);
  const state = reading.kind === 'read' ? planStages.find((one) => one === reading.value) : undefined;
  if (state) return withState(person, { ...told, state }, context);
  return askState(person, told, missed({ code: 'unreadable', kind: 'choice' }, call));
}

/** A line that is not begun has neither a date nor evidence. */
function withState(person: Person, told: Told, context: Context): Decision {
  if (!told.state) return askState(person, told, {});
  const { today } = context;
  return told.state === 'notBegun'
    ? save(person, { ...told, on: today }, context)
    : askDay(person, told, today, {});
}

function readDay(person: Person, call: Answer, told: Told, context: Context): Decision {
  const { today } = context;
  const { reading } = readAnswer(dateStep, textOf(call), today, () => []);
  switch (reading.kind) {
    case 'read':
      return withDay(person, { ...told, on: toIsoDate(String(reading.value)) }, context, call);
    case 'ambiguous': {
      const readings = reading.candidates.map((value) => toIsoDate(String(value)));
      return askDay(person, told, today, { notes: [t('common:unsure')], readings });
    }
    case 'unreadable':
      return askDay(person, told, today, missed({ code: 'unreadable', kind: 'date' }, call));
    default:
      return reading satisfies never;
  }
}

function withDay(person: Person, told: Told, { today }: Context, call?: Answer): Decision {
  const { on, ...before } = told;
  if (!on) return askDay(person, before, today, {});
  const problem = problemWith(dateStep, on, today);
  return problem ? askDay(person, before, today, missed(problem, call)) : askEvidence(person, told, {});
}

function save(person: Person, told: Told, { today }: Context): Decision {
  const { center, year, line, state, on } = told;
  if (!state) return askState(person, told, {});
  if (!on) return askDay(person, told, today, {});
  const evidence = state === 'notBegun' ? [] : filesOf(person, told);
  return {
    person: settled(person),
    intent: { kind: 'carryPlan', center: center.id, year, line, state: { state, on, evidence } },
  };
}

function missed(problem: AnswerProblem, call: Answer | undefined): Asked {
  const misses = (call ? missesOf(call.data) : 0) + 1;
  return { notes: [problemText(problem), ...helpAfter(misses)], misses };
}

const textOf = ({ event }: Answer): string => (event.kind === 'text' ? event.text : '');
