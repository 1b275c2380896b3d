import { labelKey, wordKey } from '../../engine/parse/clean.ts';
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

/** What a button picks whose label was typed, which opens no calendar, camera or map. */
export function shownPicker(person: Person, text: string, wordings: Wordings): string | undefined {
  const option = shownOption(person, text, wordings);
  return option && 'pick' in option ? option.pick : undefined;
}

/** Whether a typed text is a label, which a narrow button may have cut. */
const reads = (typed: string, label: string): boolean =>
  typed === label || (typed.length > 2 && typed.endsWith('…') && label.startsWith(typed.slice(0, -1)));
