import { expect, test } from 'vitest';
import { said } from '../../../src/kernel/reply.ts';
import type { AnyCase, CasesOf } from '../../../src/kernel/report/cases.ts';
import { countsIn, type ReportKind, reportKinds } from '../../../src/kernel/report/kind.ts';
import { type CaseStore, decideCase } from '../../../src/kernel/report/work.ts';
import type { CenterId, FiscalYear, IntentId, PersonId, Receipt } from '../../../src/programme/ids.ts';
import { newReportCase } from '../../../src/programme/report/case.ts';
import { decideReport } from '../../../src/programme/report/decide/decideReport.ts';
import type { ReportIntent } from '../../../src/programme/report/intent.ts';
import type { Contribution } from '../../../src/programme/standing.ts';

/** A kind whose every case says at which `rev` it is. */
const kind: ReportKind<string> = {
  rules: {
    ...{ id: 'wells', form: 'wells', unit: 'center', every: 'year', chain: [], supplements: false },
    figures: {},
    says: (content) => content,
  },
  counts: ({ id: source, rev, unit }) => [{ unit, source, rev }],
  seenBy: [],
  readBy: [],
  received: (_record, { content }) => ({ what: said('wells'), result: said(content) }),
  signed: () => [],
  photos: () => [],
};
const center = 'C4K7Q2M' as CenterId;
const fresh = newReportCase(
  kind.rules,
  { kind: 'center', province: 'ปราจีนบุรี', district: 'นาดี', center },
  { year: 2565 as FiscalYear },
  1,
);

/** A store whose first writes have these ends. */
function storeWith(...ends: ('lost' | 'receiptTaken')[]) {
  const kept = new Map<string, AnyCase>();
  const told: Contribution[] = [];
  const cases: Pick<CasesOf<AnyCase>, 'read' | 'write'> = {
    read: async (id) => kept.get(id),
    write: async (record) => {
      const end = ends.shift();
      if (!end) kept.set(record.id, record);
      return end ?? 'committed';
    },
  };
  const nothing = { read: async () => undefined };
  const store = {
    ...{ freezes: nothing, seats: nothing },
    cases: { of: () => cases },
    standings: {
      contribute: async (_year: FiscalYear, all: readonly Contribution[]) => void told.push(...all),
    },
  };
  return { store: store as unknown as CaseStore, told };
}

const acting = (id: string) => ({
  ...{ id: id as IntentId, by: 'P1' as PersonId, name: 'อรทัย', at: new Date('2022-08-01T02:00:00Z') },
});
const decides = (store: CaseStore, intent: (attempt: number) => ReportIntent<string>) =>
  decideCase<string, never, unknown, unknown>(
    store,
    kind,
    { id: fresh.id, fresh },
    (present, { attempt, around }) => decideReport(kind.rules)(present, intent(attempt), around),
  );

test('a case tells what it counts after each of its decisions, also of its draft', async () => {
  const { store, told } = storeWith();
  await decides(store, () => ({ ...acting('a'), kind: 'claim', draft: 'd1', takeOver: false }));
  await decides(store, () => ({ ...acting('b'), kind: 'release', draft: 'd1' }));
  expect(told.map(({ rev }) => rev)).toEqual([1, 2]);
  // Done again after a crash it is told again, as it was.
  await decides(store, () => ({ ...acting('b'), kind: 'release', draft: 'd1' }));
  expect(told.map(({ rev }) => rev)).toEqual([1, 2, 2]);
});

test('a receipt that another case carries is not tried again', async () => {
  const { store } = storeWith('receiptTaken', 'lost');
  const receipts: string[] = [];
  const decided = await decides(store, (attempt) => {
    receipts.push(`R${attempt}`);
    return { ...acting('a'), kind: 'submit', content: 'five', receipt: `R${attempt}` as Receipt };
  });
  expect(receipts).toEqual(['R0', 'R1', 'R2']);
  expect(decided?.outcome).toMatchObject({ kind: 'submitted', receipt: 'R2' });
});

test('what decides nothing tells nothing', async () => {
  const { store, told } = storeWith();
  expect(await decideCase(store, kind, { id: fresh.id, fresh }, () => undefined)).toBeUndefined();
  // Nor is a case decided that nobody has begun.
  const never = () => expect.unreachable();
  expect(await decideCase(store, kind, { id: fresh.id }, never)).toBeUndefined();
  expect(told).toEqual([]);
});

test('a kind is claimed once, and a case of a kind that is gone counts nothing', () => {
  expect(() => reportKinds([{ reports: [kind] }, { reports: [kind] }])).toThrow('claim one kind');
  const counts = countsIn(reportKinds([{}, { reports: [kind] }]));
  expect(counts({ ...fresh, rev: 3 })).toMatchObject([{ source: fresh.id, rev: 3 }]);
  expect(counts({ ...fresh, kind: 'gone' })).toEqual([]);
});
