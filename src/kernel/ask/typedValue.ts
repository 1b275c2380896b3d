import type { Json } from '../../engine/ids.ts';
import { candidatesOf } from '../../engine/parse/candidates.ts';
import { type Reading, unreadable } from '../../engine/parse/reading.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { unsureOf } from '../form/notes.ts';
import { withFirst } from '../form/question.ts';
import { type Option, type Text, t } from '../reply.ts';
import { carried, type Heard, type Look, type Question } from './question.ts';

/** How a value is read, and said back. */
export type Values<V> = {
  readonly read: (text: string) => Reading<V>;
  /** What is said of a text that cannot be read. */
  readonly unreadable: Text;
  /** What is said of it instead where more is known of why. */
  readonly whyUnreadable?: (text: string) => Text | undefined;
  /** Why a value that was read cannot be taken; absent where it can. */
  readonly problem?: (value: V) => Text | undefined;
  readonly say: (value: V) => Text;
  /** The value that a button carries, which holds no spaces; nothing where it is none. */
  readonly carriedBy: (answer: string) => V | undefined;
  /** Answers that are offered as buttons. */
  readonly offered?: readonly V[];
  /** Offers a calendar as well. */
  readonly picker?: { readonly initial?: IsoDate; readonly min?: IsoDate; readonly max?: IsoDate };
  /** It is read from any text, so that a command word could be its answer. */
  readonly isFree?: true;
  /** Figures alone may be that text. */
  readonly figures?: true;
};

type Asked<V> = Pick<Question<V>, 'flow' | 'act' | 'of' | 'keep'> & {
  readonly text: readonly Text[];
  readonly values: Values<V>;
  /** Buttons besides its answers. */
  readonly options?: readonly Option[];
};

/** A number, a date, a text, one or several of a few: typed, or tapped where there are buttons. What can be read in several ways is asked about. */
export function typedValue<V extends Json>({ text, values, options = [], ...place }: Asked<V>): Question<V> {
  const { flow, act, of } = place;
  const button = (value: V): Option => ({
    label: values.say(value),
    tap: { kind: 'act', flow, act, value: carried(of, String(value)) },
  });
  const picker: readonly Option[] = values.picker
    ? [{ ...values.picker, label: t('common:pickDate'), pick: 'date', flow, act, value: of ?? '' }]
    : [];
  const look = (offered: readonly V[], keep?: Look['keep']): Look => ({
    reply: (notes) =>
      withFirst(
        {
          messages: [{ kind: 'text', text }],
          options: [...offered.map(button), ...picker, ...options],
          asks: true,
        },
        notes,
      ),
    ...(values.isFree && { keep: { free: 'yes', ...(values.figures && { figures: 'yes' }) } }),
    ...(keep && { keep }),
  });
  const taken = (value: V): Heard<V> => {
    const why = values.problem?.(value);
    return why ? { kind: 'miss', why } : { kind: 'value', value };
  };
  return {
    ...place,
    look: look(values.offered ?? []),
    typed: (typed, { data: { likely } }) => {
      const answer = likely === undefined ? unreadable : readYesNo(typed);
      const meant = likely === undefined ? undefined : values.carriedBy(likely);
      if (answer.kind === 'read' && meant !== undefined)
        return answer.value ? taken(meant) : { kind: 'miss', why: values.unreadable };
      const reading = values.read(typed);
      const candidates = candidatesOf(reading);
      const [first] = candidates;
      if (first === undefined)
        return { kind: 'miss', why: values.whyUnreadable?.(typed) ?? values.unreadable };
      const possible = candidates.filter((value) => !values.problem?.(value));
      if (reading.kind === 'read' || possible.length === 0) return taken(first);
      const [only, ...others] = possible;
      const keep = only !== undefined && others.length === 0 ? { likely: String(only) } : undefined;
      return { kind: 'again', look: look(possible, keep), notes: unsureOf(possible.map(values.say)) };
    },
    sent: { kind: 'miss', why: values.unreadable },
    tapped: (answer) => {
      const value = values.carriedBy(answer);
      return value === undefined ? { kind: 'again' } : taken(value);
    },
  };
}
