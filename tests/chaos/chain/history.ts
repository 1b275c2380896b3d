import type { AnyCase } from '../../../src/kernel/report/cases.ts';
import type { Act } from './clerk.ts';
import { type Outcome, outcomesIn, perhaps } from './told.ts';

/** A message as the phone got it. */
export type Told = {
  readonly to: string;
  readonly at: number;
  readonly text: string;
  readonly inReplyTo?: string;
};

/** What a run leaves behind. */
export type Evidence = {
  readonly acts: readonly Act[];
  readonly told: readonly Told[];
  readonly reports: readonly Filed[];
  /** What somebody read who sent a receipt in at the end. */
  readonly asked: readonly { readonly receipt: string; readonly text: string }[];
};

export type Filed = {
  /** As chats name it: `debt1 ศจก.…`. */
  readonly report: string;
  readonly record: AnyCase;
  /** What each revision says now, hashed anew, in their order. */
  readonly hashes: readonly string[];
  readonly chain: readonly string[];
  /** The names of those who have to do with it, by their ids. */
  readonly nameOf: (id: string | undefined) => string;
};

/** What was done, or may have been done where nothing was told of it. */
export type Done = Outcome & { readonly by: string; readonly sent: number; readonly told: number };

/** All that was done, as people were told. */
export function historyOf({ acts, told, reports }: Evidence): readonly Done[] {
  const receipts = new Map(
    reports.flatMap(({ report, record }) => allReceipts(record).map((one) => [one, report])),
  );
  const reportOf = (receipt: string) => receipts.get(receipt) ?? '';
  const claimed = new Set<Told>();
  return acts.flatMap((act): readonly Done[] => {
    const own = told.filter(({ to }) => to === act.by);
    const replies = own.filter(({ inReplyTo }) => inReplyTo === act.event);
    const later =
      replies.length > 0 ? replies : own.filter((one) => isPushedTo(one, act) && !claimed.has(one));
    const answer = later.find(({ text }) => outcomesIn(text, reportOf).some((one) => fits(one, act)));
    const done = { by: act.by, sent: act.sent };
    if (answer) {
      claimed.add(answer);
      return outcomesIn(answer.text, reportOf).map((one) => ({ ...one, ...done, told: answer.at }));
    }
    // What was answered with anything else was not done.
    if (replies.length > 0) return [];
    return perhaps(act.deed, act.shown).map((one) => ({ ...one, ...done, told: Number.POSITIVE_INFINITY }));
  });
}

const isPushedTo = ({ at, inReplyTo }: Told, { sent }: Act): boolean => inReplyTo === undefined && at > sent;

const fits = ({ did }: Outcome, { deed }: Act): boolean =>
  did === deed || (did === 'sign' && deed === 'signAll') || (did === 'takeBack' && deed === 'recall');

/** All receipts that a case gave, those of signatures that were taken back among them. */
export const allReceipts = ({ revisions, outcomes }: AnyCase): readonly string[] => [
  ...new Set([
    ...keptReceipts({ revisions }).map(({ receipt }) => receipt),
    ...Object.values(outcomes).flatMap((one) => receiptOf(one)),
  ]),
];

const receiptOf = (outcome: unknown): readonly string[] =>
  typeof outcome === 'object' &&
  outcome !== null &&
  'kind' in outcome &&
  (outcome.kind === 'signed' || outcome.kind === 'submitted' || outcome.kind === 'returned') &&
  'receipt' in outcome
    ? [String(outcome.receipt)]
    : [];

export type Kept = {
  readonly receipt: string;
  readonly by: string;
  readonly did: 'submit' | 'sign' | 'onPaper' | 'return';
};

/** The receipts that a case still shows, each with whoever acted. */
export function keptReceipts({ revisions }: Pick<AnyCase, 'revisions'>): readonly Kept[] {
  const all = revisions.flatMap(({ receipt, by, signatures, ended }): readonly Kept[] => [
    { receipt, by, did: 'submit' },
    ...signatures.map(
      (one): Kept => ({
        receipt: one.receipt,
        by: one.person ?? one.onPaper?.by ?? '',
        did: one.onPaper ? 'onPaper' : 'sign',
      }),
    ),
    ...(ended?.kind === 'returned' && ended.receipt
      ? [{ receipt: ended.receipt, by: ended.by, did: 'return' } as const]
      : []),
  ]);
  return [...new Map(all.map((one) => [one.receipt, one])).values()];
}
