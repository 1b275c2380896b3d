import type { Job, Parts, Performers } from '../../../kernel/effects.ts';
import { type IntentOf, partId } from '../../../kernel/intent.ts';
import type { NoticeOf } from '../../../kernel/notice.ts';
import type { AnyCase } from '../../../kernel/report/cases.ts';
import { signersOf } from '../../../kernel/report/signers.ts';
import { vacancyNotices } from '../../../kernel/report/vacancy.ts';
import { decideStep } from '../../../kernel/report/work.ts';
import type { CaseId, PersonId, Receipt } from '../../../programme/ids.ts';
import type { Acting, ReportIntent } from '../../../programme/report/intent.ts';
import { makeReceipt } from '../../../programme/report/receipt.ts';
import { unitId } from '../../../programme/report/unit.ts';

type Needed = Pick<Parts, 'store' | 'reports' | 'entropy'>;
type Work = Required<Pick<Performers, 'signReports' | 'returnReport' | 'recallReport' | 'recordOnPaper'>>;
/** What this feature tells. */
type ChainNotice = NoticeOf<
  'reportWaits' | 'reportSigned' | 'reportRecalled' | 'reportReturned' | 'seatVacant' | 'signerAway'
>;
type Notices = readonly { readonly to: PersonId; readonly notice: ChainNotice }[];

/** What cases decide on the steps of their chains, and who is told. */
export function createChainWork({ store, reports, entropy }: Needed): Work {
  return {
    signReports: async (job, { reports: wanted, gone }) => {
      const all = [];
      for (const one of wanted) all.push({ report: one.report, ...(await sign(job, one)) });
      return {
        outcome: {
          of: 'signReports',
          results: all.map(({ report, result }) => ({ report, result })),
          gone,
        },
        notices: together(all.flatMap(({ notices }) => notices)),
      };
    },

    returnReport: async (job, { report, ...wanted }) => {
      const {
        kind,
        record,
        outcome: result,
      } = await decideWithReceipt(job, report, (who) => ({
        ...who,
        ...wanted,
        kind: 'return',
      }));
      const outcome = { of: 'returnReport', report, result } as const;
      if (result.kind !== 'returned') return { outcome, notices: [] };
      const { step, reason, to, signers } = result;
      const notice: NoticeOf<'reportReturned'> = {
        ...(await about(job, record)),
        ...{ kind: 'reportReturned', step, reason, photos: wanted.photos, to: to.person },
      };
      const told = [to.person, ...signers.flatMap(({ person }) => person ?? [])];
      const waited = await signersOf(store, beforeEnd(record), kind.rules, job.at);
      const others = waited.filter((person) => !told.includes(person));
      return {
        outcome,
        notices: [...noticesTo(job, told, notice), ...noticesTo(job, others, { ...notice, waited: true })],
      };
    },

    recallReport: async (job, { report, how }) => {
      const {
        kind,
        record,
        outcome: result,
      } = await decideStep({ store, reports }, report, () => ({
        ...acting(job),
        kind: how,
      }));
      const outcome = { of: 'recallReport', report, result } as const;
      const last = record.revisions.at(-1);
      if (!last || (result.kind !== 'recalled' && result.kind !== 'takenBack'))
        return { outcome, notices: [] };
      const waited = await signersOf(store, beforeRecall(record, result.kind), kind.rules, job.at);
      const told = [...waited, ...(how === 'takeBack' ? [last.by] : [])];
      return {
        outcome,
        notices: noticesTo(job, told, { kind: 'reportRecalled', ...(await about(job, record)), how }),
      };
    },

    recordOnPaper: async (job, { report, ...wanted }) => {
      const decided = await decideWithReceipt(job, report, (who) => ({ ...who, ...wanted, kind: 'onPaper' }));
      return {
        outcome: { of: 'recordOnPaper', report, result: decided.outcome },
        notices: await signedNotices(job, decided),
      };
    },
  };

  async function sign(job: Job, { report, ...wanted }: IntentOf<'signReports'>['reports'][number]) {
    const part = { ...job, id: partId(job.id, report) };
    const decided = await decideWithReceipt(part, report, (who) => ({ ...who, ...wanted, kind: 'sign' }));
    return { result: decided.outcome, notices: await signedNotices(job, decided) };
  }

  /** Each try has a receipt of its own. */
  function decideWithReceipt(
    job: Job,
    report: CaseId,
    wanted: (who: Acting & { readonly receipt: Receipt }) => ReportIntent<unknown>,
  ) {
    return decideStep({ store, reports }, report, ({ period: { year } }, attempt) =>
      wanted({ ...acting(job), receipt: makeReceipt(year, entropy(job.id), attempt) }),
    );
  }

  /** Whoever signs next is told that it waits; who sent it, who signed it and for whom it waited, where it is. */
  async function signedNotices(
    job: Job,
    { kind, record, outcome }: Awaited<ReturnType<typeof decideStep>>,
  ): Promise<Notices> {
    if (outcome.kind !== 'signed') return [];
    const { step, next, receipt } = outcome;
    const signature = record.revisions.at(-1)?.signatures.at(-1);
    // On paper somebody else signed than who recorded it.
    const told = { ...(await about(job, record)), ...(signature && { by: signature.name }) };
    const last = record.revisions.at(-1);
    const [waiting, waited] = await Promise.all([
      signersOf(store, record, kind.rules, job.at),
      signersOf(store, beforeSigned(record), kind.rules, job.at),
    ]);
    const concerned = [
      ...(last ? [last.by] : []),
      ...(last?.signatures ?? []).flatMap(({ person }) => person ?? []),
      ...waited,
    ].filter((person) => !waiting.includes(person));
    return [
      ...noticesTo(job, waiting, { kind: 'reportWaits', ...told }),
      ...(await vacancyNotices(store, job, { record, rules: kind.rules, name: told.name, signers: waiting })),
      ...noticesTo(job, concerned, {
        ...{ kind: 'reportSigned', ...told, step, receipt },
        ...(next && { next }),
      }),
    ];
  }

  /** What is told of a report. */
  async function about({ by }: Job, record: AnyCase) {
    const { id: report, kind: of, unit, period } = record;
    const center = unit.kind === 'center' ? await store.centers.read(unit.center) : undefined;
    const name = center?.center.name ?? unitId(unit);
    return { report, of, unit, ...period, name, by: by.name ?? '' };
  }
}

/** Who is told the same of several reports is told once; of another step something else is told. */
function together(notices: Notices): Notices {
  const told: Map<string, Notices[number]> = new Map();
  for (const { to, notice } of notices) {
    const steps = ['step' in notice && notice.step, 'next' in notice && notice.next];
    const key = [to, notice.kind, ...steps].join(' ');
    const first = told.get(key);
    told.set(key, { to, notice: first ? withAlso(first.notice, notice) : notice });
  }
  return [...told.values()];
}

/** Of what is told together only the first is named with its figures. */
const withAlso = (first: ChainNotice, { name }: ChainNotice): ChainNotice => ({
  ...first,
  also: [...(first.also ?? []), name],
});

type Last = AnyCase['revisions'][number];

/** The report with another last revision, as far as it has one. */
function withLast(record: AnyCase, change: (last: Last) => Last): AnyCase {
  const last = record.revisions.at(-1);
  return last ? { ...record, revisions: record.revisions.with(-1, change(last)) } : record;
}

/** The report while it waited; what was returned or recalled waits for nobody. */
const beforeEnd = (record: AnyCase): AnyCase => withLast(record, ({ ended: _ended, ...waited }) => waited);

/** The report as it waited for its newest signature. */
const beforeSigned = (record: AnyCase): AnyCase =>
  withLast(record, ({ locked: _locked, ...waited }) => ({
    ...waited,
    signatures: waited.signatures.slice(0, -1),
  }));

/** The report as it waited before it, or the newest signature under it, was taken back. */
function beforeRecall(record: AnyCase, how: 'recalled' | 'takenBack'): AnyCase {
  const taken = record.revisions.at(-1)?.takenBack?.at(-1)?.signature;
  return how === 'recalled' || !taken
    ? beforeEnd(record)
    : withLast(record, (last) => ({ ...last, signatures: [...last.signatures, taken] }));
}

const acting = ({ id, by, at }: Job): Acting => ({ id, by: by.id, name: by.name ?? '', at });

const noticesTo = ({ by }: Job, people: readonly PersonId[], notice: ChainNotice): Notices =>
  [...new Set(people)].filter((person) => person !== by.id).map((to) => ({ to, notice }));
