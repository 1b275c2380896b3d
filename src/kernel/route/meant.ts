import { presentSlot } from '../../engine/advance.ts';
import type { LeafStep } from '../../engine/form.ts';
import { labelKey, wordKey } from '../../engine/parse/clean.ts';
import { withoutCodeWord } from '../../engine/parse/codeWord.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import { talkOf } from '../../features/forms.ts';
import { readTypedCode } from '../../features/people/typedCode.ts';
import type { Wordings } from '../commands.ts';
import { specOf } from '../form/talk.ts';
import { openDraft, type Person } from '../person.ts';
import { type Text, t } from '../reply.ts';

/** What a typed text may be meant as, besides the answer to the open question. */

/** Whether the open question takes any text, so that a command word could be its answer. */
export function isFreeText(person: Person, wordings: Wordings): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.free !== undefined;
  return openStep(person, wordings)?.kind === 'text';
}

/** The question of a form that is open. */
function openStep(person: Person, wordings: Wordings): LeafStep | undefined {
  const draft = openDraft(person);
  return draft && presentSlot(specOf(talkOf(draft), { wordings }), draft)?.step;
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
export function isFixedWord(person: Person, text: string, wordings: Wordings): boolean {
  const typed = [labelKey(text), wordKey(text)];
  const asksYesNo = openDraft(person)?.asked !== undefined;
  return (
    (!asksYesNo && readYesNo(text).kind === 'read') ||
    fixedWords.some((word) => wordings(word).some((label) => typed.includes(labelKey(label))))
  );
}

/** A code that can be nothing else: figures alone are an answer, and letters alone a word. */
export const isInviteCode = (text: string): boolean =>
  readTypedCode(text) !== undefined && /[0-9๐-๙]/.test(text) && /[a-z]/i.test(withoutCodeWord(text));

const mayHoldLetters: readonly LeafStep['kind'][] = ['text', 'number', 'money', 'phone'];

/** Whether the open question could be answered with what looks like a code, such as `25000THB`. */
export function takesCodes(person: Person, wordings: Wordings): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.free !== undefined || open.act === 'code';
  const kind = openStep(person, wordings)?.kind;
  return kind !== undefined && mayHoldLetters.includes(kind);
}
