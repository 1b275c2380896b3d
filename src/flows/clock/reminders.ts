import { scopeKey } from '../../domain/area/areas.ts';
import type { Call } from '../../domain/duty/calls.ts';
import { urgencyOf } from '../../domain/duty/urgency.ts';
import { startOf } from '../duty/start.ts';
import { dueText, dutyNote, dutyText } from '../duty/text.ts';
import type { Context } from '../flow.ts';
import { type Block, type Message, type Reply, said, type Text, t } from '../reply.ts';

/** Duties with a line of their own; the rest is counted. */
const linesShown = 10;

/** What a person owes, each with the button that goes on with it; then what is late with others, in one list. */
export function remindersMessage(calls: readonly Call[], { today }: Pick<Context, 'today'>): Message {
  const own = calls.filter(({ audience }) => audience === 'owing');
  const late = lateCenters(calls.filter(({ audience }) => audience !== 'owing'));
  const title = t('clock:late', { count: late.length });
  const heading = own.length > 0 ? t('clock:owing', { count: own.length }) : title;
  const blocks = [
    ...lines(own, (call) => rowOf(call, today)),
    ...(own.length > 0 ? [quiet(t('clock:hint'))] : []),
    ...(own.length > 0 && late.length > 0 ? [{ kind: 'title', text: title } as const] : []),
    ...lines(late, (center) => lateLine(center, today)),
    ...(late.length > 0 ? [quiet(t('clock:lateHint'))] : []),
  ];
  return { kind: 'card', card: { heading, blocks } };
}

/** What is overdue, as an office reminds of it. */
export function overdueReply({ gathered, today }: Context): Reply | undefined {
  const late = gathered.duties.filter((duty) => urgencyOf(duty, today) === 'overdue');
  if (late.length === 0) return undefined;
  const calls = late.map((duty): Call => ({ audience: 'owing', offset: 1, duty }));
  return {
    messages: [remindersMessage(calls, { today })],
    asLongAs: late.map(({ key }) => key),
  };
}

function lines<T>(some: readonly T[], line: (one: T) => Block): readonly Block[] {
  const rest = some.length - linesShown;
  return [
    ...some.slice(0, linesShown).map(line),
    ...(rest > 0 ? [quiet(t('clock:more', { count: rest }))] : []),
  ];
}

function rowOf({ duty }: Call, today: Context['today']): Block {
  const text = dutyText(duty);
  const note = dutyNote(duty, today);
  return startOf(duty)
    ? {
        kind: 'row',
        text,
        note,
        option: { label: text, tap: { kind: 'act', flow: 'tasks', act: 'start', value: duty.key } },
      }
    : { kind: 'text', text: t('clock:line', { what: text, note }) };
}

type LateCenter = { readonly first: Call['duty']; readonly reports: readonly Text[] };

/** By what the reports are about, so that a center with three of them is one line. */
function lateCenters(calls: readonly Call[]): readonly LateCenter[] {
  const found = new Map<string, { first: Call['duty']; reports: Text[] }>();
  for (const { duty } of calls) {
    const key = scopeKey(duty.about);
    const known = found.get(key) ?? { first: duty, reports: [] };
    known.reports.push(t(`duty:kind.${duty.kind}`));
    found.set(key, known);
  }
  return [...found.values()];
}

function lateLine({ first, reports }: LateCenter, today: Context['today']): Block {
  const { about, name } = first;
  const district = about.kind === 'center' ? about.district : about.province;
  const due = dueText(first, today) ?? said('');
  return { kind: 'text', text: t('clock:lateOf', { name, district, reports, due }), tone: 'warning' };
}

const quiet = (text: Text): Block => ({ kind: 'text', text, tone: 'quiet' });
