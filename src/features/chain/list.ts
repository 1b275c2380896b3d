import { type ChoiceRow, chooseReply } from '../../kernel/ask/choose.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { frozenShort } from '../../kernel/report/frozen.ts';
import { bangkokDate, daysBetween } from '../../programme/calendar/calendar.ts';
import { headingOf, reportText } from './card.ts';
import type { WaitingReport } from './waiting.ts';

/** `รับรอง`: what waits for this person's signature, numbered, what waits longest first. */
export function listWaiting(
  person: Person,
  waiting: readonly WaitingReport[],
  call: Call,
  context: Context,
  notes: readonly Text[] = [],
): Decision {
  if (waiting.length === 0) return nothingWaits(person, notes);
  return chooseReply(person, {
    flow: 'chain',
    act: 'choose',
    heading: t('chain:heading', { count: waiting.length }),
    lead: notes,
    rows: waiting.map((one) => rowOf(one, context)),
    page: call.kind === 'act' && call.act === 'more' ? Number(call.value) : 0,
    misses: call.kind === 'answer' && call.act === 'choose' ? missesOf(call.data) + 1 : 0,
    // One is signed on its own card.
    buttons: () => (waiting.length > 1 ? [says('certifyAll')] : []),
  });
}

export const rowOf = (waiting: WaitingReport, context: Context): ChoiceRow => ({
  id: waiting.record.id,
  name: headingOf(waiting, context.features),
  note: waitedText(waiting, context),
});

function waitedText(waiting: WaitingReport, { year, today }: Context): Text {
  const report = reportText(waiting, year);
  const count = daysBetween(bangkokDate(waiting.since), today);
  const waited = count > 0 ? t('chain:waitingRow', { report, count }) : t('chain:waitingToday', { report });
  return waiting.freeze ? clauses([waited, frozenShort(waiting.freeze)]) : waited;
}

export const nothingWaits = (person: Person, notes: readonly Text[] = []): Decision =>
  tell(person, [...notes, t('chain:nothingWaits')], [says('tasks')]);
