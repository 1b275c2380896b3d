import { type ChoiceRow, chooseReply } from '../../kernel/ask/choose.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { frozenShort } from '../../kernel/report/frozen.ts';
import { waitingText } from '../../kernel/report/where.ts';
import { bangkokDate, daysBetween } from '../../programme/calendar/calendar.ts';
import { headingOf, reportText } from './card.ts';
import type { WaitingReport } from './waiting.ts';

/** What is said above a list, which page of it is shown, and how often in a row it was not understood. */
type Listed = { readonly notes?: readonly Text[]; readonly page?: number; readonly misses?: number };

/** `รับรอง`: what waits for this person's signature, numbered, what waits longest first. */
export function listWaiting(
  person: Person,
  waiting: readonly WaitingReport[],
  context: Context,
  { notes = [], page = 0, misses = 0 }: Listed = {},
): Decision {
  if (waiting.length === 0) return nothingWaits(person, notes);
  return chooseReply(person, {
    flow: 'chain',
    act: 'choose',
    heading: t('chain:heading', { count: waiting.length }),
    lead: notes,
    rows: waiting.map((one) => rowOf(one, context)),
    page,
    misses,
    // One is signed on its own card.
    buttons: () => (waiting.length > 1 ? [says('certifyAll')] : []),
  });
}

/** What this person may return: what waits, and what is signed and not locked yet. */
export type Returnable = {
  readonly waiting: readonly WaitingReport[];
  readonly signed: readonly WaitingReport[];
};

/** `ส่งกลับ`: both, numbered; what waits has the numbers that it has among what waits. */
export function listReturnable(
  person: Person,
  returnable: Returnable,
  context: Context,
  { notes = [], page = 0, misses = 0 }: Listed = {},
): Decision {
  const rows = rowsToReturn(returnable, context);
  if (rows.length === 0) return tell(person, [...notes, t('chain:nothingToReturn')], [says('tasks')]);
  return chooseReply(person, {
    ...{ flow: 'chain', act: 'chooseReturn' },
    heading: t('chain:returnHeading', { count: rows.length }),
    lead: notes,
    ...{ rows, page, misses },
    more: (next) => ({ kind: 'act', flow: 'chain', act: 'returnable', value: String(next) }),
  });
}

export const rowsToReturn = ({ waiting, signed }: Returnable, context: Context): readonly ChoiceRow[] => [
  ...waiting.map((one) => rowOf(one, context)),
  ...signed.map((one) => ({
    id: one.record.id,
    name: headingOf(one, context.features),
    note: signedText(one, context),
  })),
];

function signedText({ step, freeze, record }: WaitingReport, { year }: Context): Text {
  const report = reportText({ record }, year);
  const signed = t('chain:signedRowBefore', { report, step: waitingText(step) });
  return freeze ? clauses([signed, frozenShort(freeze)]) : signed;
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
