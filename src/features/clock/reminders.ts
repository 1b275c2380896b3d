import { lateBlocks, lateTitle } from '../../kernel/duty/lateList.ts';
import { startOf } from '../../kernel/duty/start.ts';
import { dutyNote, dutyText } from '../../kernel/duty/text.ts';
import type { Context } from '../../kernel/flow.ts';
import { letterText } from '../../kernel/letterText.ts';
import { type Block, type Message, type Reply, type Text, t } from '../../kernel/reply.ts';
import type { Letter } from '../../programme/deadline/letter.ts';
import type { DutyCall } from '../../programme/duty/calls.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';

type Shown = Pick<Context, 'today' | 'year' | 'features' | 'versionOf'>;

/** Duties with a line of their own; the rest is counted. */
const linesShown = 10;

/** What a person owes, and what is late with others in the person's area; the most urgent first. */
export type Reminded = { readonly own: readonly Duty[]; readonly late: readonly Duty[] };

export const remindedIn = (calls: readonly DutyCall[]): Reminded => ({
  own: calls.flatMap(({ audience, duty }) => (audience === 'owing' ? [duty] : [])),
  late: calls.flatMap(({ audience, duty }) => (audience === 'owing' ? [] : [duty])),
});

/** What a person owes, each with the button that goes on with it; then what is late with others, in one list. */
export function remindersMessage({ own, late }: Reminded, context: Shown): Message {
  const title = lateTitle(late);
  const heading = own.length > 0 ? t('clock:owing', { count: own.length }) : title;
  const rest = own.length - linesShown;
  const blocks: readonly Block[] = [
    ...own.slice(0, linesShown).map((duty) => rowOf(duty, context)),
    ...(rest > 0 ? [quiet(t('clock:andMore', { count: rest }))] : []),
    ...letters(own),
    ...(own.length > 0 ? [quiet(t('clock:hint'))] : []),
    ...(own.length > 0 && late.length > 0 ? [{ kind: 'title', text: title } as const] : []),
    ...(late.length > 0 ? lateBlocks(late, context) : []),
    ...letters(late, own),
  ];
  return { kind: 'card', card: { heading, blocks } };
}

/** What is overdue, as an office reminds of it. */
export function overdueReply(duties: readonly Duty[], context: Shown): Reply | undefined {
  const own = duties.filter((duty) => urgencyOf(duty, context.today) === 'overdue');
  if (own.length === 0) return undefined;
  return {
    messages: [remindersMessage({ own, late: [] }, context)],
    asLongAs: own.map(({ key }) => key),
  };
}

/** The letters that set their dates, but for those that are named with others already. */
function letters(duties: readonly Duty[], named: readonly Duty[] = []): readonly Block[] {
  const known = lettersOf(named).map(({ number }) => number);
  return lettersOf(duties)
    .filter(({ number }) => !known.includes(number))
    .map((letter) => quiet(t('clock:letter', { letter: letterText(letter) })));
}

/** Each once. */
const lettersOf = (duties: readonly Duty[]): readonly Letter[] => [
  ...new Map(
    duties.flatMap(({ deadline }) => deadline?.letter ?? []).map((one) => [one.number, one]),
  ).values(),
];

function rowOf(duty: Duty, context: Shown): Block {
  const text = dutyText(duty, context.year);
  const note = dutyNote(duty, context);
  return startOf(duty, context)
    ? {
        kind: 'row',
        text,
        note,
        option: { label: text, tap: { kind: 'act', flow: 'tasks', act: 'start', value: duty.key } },
      }
    : { kind: 'text', text: t('clock:line', { what: text, note }) };
}

const quiet = (text: Text): Block => ({ kind: 'text', text, tone: 'quiet' });
