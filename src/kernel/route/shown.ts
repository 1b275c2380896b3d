import { labelKey, wordKey } from '../../engine/parse/clean.ts';
import { readChoiceNumber } from '../../engine/parse/number.ts';
import type { Wordings } from '../commands.ts';
import type { Person } from '../person.ts';
import type { Option, Tap } from '../reply.ts';

/** The button that was shown last and has this label, or one that came by the clock since. */
function shownOption({ shown, clock }: Person, text: string, wordings: Wordings): Option | undefined {
  const typed = [labelKey(text), wordKey(text)];
  return [...shown.options, ...(clock?.options ?? [])].find((one) =>
    wordings(one.label).some((label) => typed.some((key) => reads(key, labelKey(label)))),
  );
}

/** What the exact label of a button that was shown last does; a button that says a command is that command. */
export function shownTap(
  person: Person,
  text: string,
  wordings: Wordings,
): Exclude<Tap, { kind: 'say' }> | undefined {
  const option = shownOption(person, text, wordings);
  return option && 'tap' in option && option.tap.kind !== 'say' ? option.tap : undefined;
}

/** What a button of a text that was shown back does with it. */
export const offerActs = { answer: 'useOffer', command: 'runCommand' } as const;

/** Which of the two a text is that may be an answer or a command, by the number typed while that is the last thing asked. */
export function typedOfTwo(
  { shown }: Person,
  text: string,
): { readonly of: ActTap; readonly tap?: ActTap } | undefined {
  const [first, second, ...others] = shown.options.flatMap((one) => ('tap' in one ? [one.tap] : []));
  const isAsked = others.length === 0 && isAct(first, offerActs.answer) && isAct(second, offerActs.command);
  const { reading } = readChoiceNumber(text);
  if (!isAsked || reading.kind !== 'read') return undefined;
  const tap = [first, second][reading.value - 1];
  return { of: first, ...(tap && { tap }) };
}

const isAct = (tap: Tap | undefined, act: string): tap is ActTap => tap?.kind === 'act' && tap.act === act;
type ActTap = Extract<Tap, { readonly kind: 'act' }>;

/** What a button picks whose label was typed, which opens no calendar, camera or map. */
export function shownPicker(person: Person, text: string, wordings: Wordings): string | undefined {
  const option = shownOption(person, text, wordings);
  return option && 'pick' in option ? option.pick : undefined;
}

/** Whether a typed text is a label, which a narrow button may have cut. */
const reads = (typed: string, label: string): boolean =>
  typed === label || (typed.length > 2 && typed.endsWith('…') && label.startsWith(typed.slice(0, -1)));
