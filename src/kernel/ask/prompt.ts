import type { Person } from '../person.ts';
import { type FlowId, type Text, t } from '../reply.ts';

/**
 * What a prompt keeps until it is answered. `back` and `skip` are what these words call from it: `<act> <value>`
 * of its flow, or `<act>@<flow> <value>` of another. `free` says that any text may be the answer, `figures` that figures
 * alone may be it.
 */
export type PromptData = { readonly [name: string]: string } & { readonly [M in Move]?: string };
export type Move = 'back' | 'skip';

/** The person with a question of a flow open: the next typed text comes to it as an answer. */
export function withPrompt(person: Person, flow: FlowId, act: string, data: PromptData = {}): Person {
  return { ...person, open: { kind: 'prompt', flow, act, data } };
}

/** The person with no question of a flow open; a form in progress stays as it is. */
export function withoutPrompt(person: Person): Person {
  return person.open.kind === 'prompt' ? { ...person, open: { kind: 'nothing' } } : person;
}

/** Wrong answers in a row that a prompt has seen. */
export const missesOf = (data: PromptData): number => Number(data.misses ?? 0);

/** Wrong answers in a row after which help is offered. */
export const missesUntilHelp = 3;

export const helpAfter = (misses: number): readonly Text[] =>
  misses < missesUntilHelp ? [] : [t('common:thirdMiss')];
