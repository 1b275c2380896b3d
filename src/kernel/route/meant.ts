import { presentSlot } from '../../engine/advance.ts';
import type { LeafStep } from '../../engine/form.ts';
import { labelKey, wordKey } from '../../engine/parse/clean.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import type { Context } from '../flow.ts';
import { specOf } from '../form/talk.ts';
import { openDraft, type Person } from '../person.ts';
import { type Text, t } from '../reply.ts';

/** What a typed text may be meant as, besides the answer to the open question. */
type Words = Pick<Context, 'wordings' | 'features'>;

/** Whether the open question takes any text, so that a command word could be its answer. */
export function isFreeText(person: Person, words: Words): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.free !== undefined;
  return openStep(person, words)?.kind === 'text';
}

/** The question of a form that is open. */
function openStep(person: Person, words: Words): LeafStep | undefined {
  const draft = openDraft(person);
  return draft && presentSlot(specOf(words.features.talkOf(draft), words), draft)?.step;
}

const fixedWords: readonly Text[] = [
  t('common:submit'),
  t('common:correct'),
  t('common:done'),
  t('common:useSuggestion'),
];

/**
 * Words that act elsewhere: with free text open they are rather a slip than its answer. While a reading is asked
 * about, yes and no are the answer.
 */
export function isFixedWord(person: Person, text: string, { wordings }: Pick<Words, 'wordings'>): boolean {
  const typed = [labelKey(text), wordKey(text)];
  const asksYesNo = openDraft(person)?.asked !== undefined;
  return (
    (!asksYesNo && readYesNo(text).kind === 'read') ||
    fixedWords.some((word) => wordings(word).some((label) => typed.includes(labelKey(label))))
  );
}

const mayHoldLetters: readonly LeafStep['kind'][] = ['text', 'number', 'money', 'phone'];

/** Whether the open question could be answered with what looks like a code, such as `25000THB`. */
export function takesCodes(person: Person, words: Words): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.free !== undefined || open.act === 'code';
  const kind = openStep(person, words)?.kind;
  return kind !== undefined && mayHoldLetters.includes(kind);
}
