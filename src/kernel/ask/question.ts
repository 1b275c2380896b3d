import type { Turn } from '../asking.ts';
import type { Decision } from '../decision.ts';
import type { Call } from '../flow.ts';
import type { Person } from '../person.ts';
import type { FlowId, Reply, Text } from '../reply.ts';
import { helpAfter, missesOf, type PromptData, withPrompt } from './prompt.ts';

/**
 * One question of a flow whose answer is a `V`. It is data that is made anew from what a call carries: nothing of it is
 * kept but `of`, `keep` and what its look keeps. `oneOf`, `yesNo` and `typedValue` make them. Several questions in a row, or
 * one that takes a photo, are a form.
 */
export type Question<V> = {
  readonly flow: FlowId;
  /** A button calls the flow with `{kind: 'act', act, value: '<of> <answer>'}`, a text with `{kind: 'answer', act, data}`. */
  readonly act: string;
  /** What it is about: comes in front of the answer of a button, and as `of` of a text's data. */
  readonly of?: string;
  /** What the open question keeps besides, such as where `back` leads. */
  readonly keep?: PromptData;
  readonly look: Look;
  /** How it is asked again, where that is shorter. */
  readonly again?: Look;
  readonly typed: (text: string, open: OpenQuestion) => Heard<V>;
  /** What is made of a photo, a file or a place. */
  readonly sent: Heard<never>;
  /** `isOpen`: no other question was asked since. */
  readonly tapped: (answer: string, isOpen: boolean) => Heard<V>;
};

/** What is shown of a question, with notes said first, and what the open question keeps of it. */
export type Look = { readonly reply: (notes: readonly Text[]) => Reply; readonly keep?: PromptData };

/** The question as it was asked; `isShown`: it was the last thing shown. */
export type OpenQuestion = { readonly data: PromptData; readonly isShown: boolean };

/** What a text or button was taken for. */
export type Heard<V> =
  | { readonly kind: 'value'; readonly value: V }
  /** No answer, and why. */
  | { readonly kind: 'miss'; readonly why: Text }
  /** No miss, but to be asked (differently). */
  | { readonly kind: 'again'; readonly look?: Look; readonly notes?: readonly Text[] };

/** A call that may answer a question. */
export type Answering = Extract<Call, { kind: 'act' | 'answer' }>;

type Posed = { readonly notes?: readonly Text[]; readonly misses?: number; readonly look?: Look };

/** Asks a question and leaves it open. */
export function pose<V>(person: Person, question: Question<V>, posed: Posed = {}): Decision {
  const { flow, act, of, keep } = question;
  const { notes = [], misses = 0, look = question.look } = posed;
  const data = { ...(of && { of }), ...keep, ...look.keep, misses: String(misses) };
  return { person: withPrompt(person, flow, act, data), reply: look.reply(notes) };
}

/**
 * Reads the answer to a question and goes on with it; what is none has the question asked again, with help from the
 * third miss in a row. `back` and `cancel` never come here: see `route/navigate.ts`.
 */
export function onAnswer<V>(
  person: Person,
  call: Answering,
  question: Question<V>,
  goOn: (value: V) => Turn,
): Turn {
  const again = question.again ?? question.look;
  const before = call.kind === 'answer' ? missesOf(call.data) : 0;
  const heard = hear(person, call, question);
  switch (heard.kind) {
    case 'value':
      return goOn(heard.value);
    case 'miss': {
      const misses = before + 1;
      return pose(person, question, { notes: [heard.why, ...helpAfter(misses)], misses, look: again });
    }
    case 'again':
      return pose(person, question, {
        ...{ notes: heard.notes ?? [], look: heard.look ?? again },
        ...{ misses: heard.look ? 0 : before },
      });
    default:
      return heard satisfies never;
  }
}

function hear<V>(person: Person, call: Answering, question: Question<V>): Heard<V> {
  if (call.kind === 'answer') {
    const { event, data } = call;
    if (event.kind !== 'text') return question.sent;
    return question.typed(event.text, { data, isShown: person.shown.asks });
  }
  const answer = behind(question.of, call.value);
  return answer === ''
    ? { kind: 'again', look: question.look }
    : question.tapped(answer, keptBy(person, question) !== undefined);
}

/** The words of what a call is about, and of its answer behind them. */
export const aboutOf = (call: Answering): readonly string[] =>
  (call.kind === 'act' ? call.value : call.data.of)?.split(' ') ?? [];

/** What a button of this question carries. */
export const carried = (of: string | undefined, answer: string): string =>
  of === undefined ? answer : `${of} ${answer}`;

function behind(of: string | undefined, value = ''): string {
  if (of === undefined) return value.trim();
  return value.startsWith(`${of} `) ? value.slice(of.length + 1) : '';
}

/** What the open question keeps, where it is this one. */
export function keptBy<V>({ open }: Person, { flow, act, of }: Question<V>): PromptData | undefined {
  if (open.kind !== 'prompt' || open.flow !== flow || open.act !== act) return undefined;
  return open.data.of === of ? open.data : undefined;
}
