import fc from 'fast-check';
import { decideBook, type HouseholdBook, newBook } from '../../../../src/features/household/rules/book.ts';
import type { Contract } from '../../../../src/features/household/rules/contract.ts';
import { decideHousehold } from '../../../../src/features/household/rules/decideHousehold.ts';
import { type Contribution, contributionsOf } from '../../../../src/features/household/rules/figures.ts';
import type { Household } from '../../../../src/features/household/rules/household.ts';
import { decideJoin, householdId } from '../../../../src/features/household/rules/join.ts';
import type { UsedMethod } from '../../../../src/features/household/rules/method.ts';
import { type DebtReport, roundOf } from '../../../../src/features/household/rules/round.ts';
import type { RoundNo, RoundRow } from '../../../../src/features/household/rules/roundRow.ts';
import type { CenterId, HouseholdId, PersonId } from '../../../../src/programme/ids.ts';
import {
  at,
  type Bare,
  centers,
  contract,
  day,
  emptyReport,
  fresh,
  joining,
  limits,
  move,
  planned,
  result,
  step,
  submit,
  today,
  year,
} from './world.ts';

/** One thing that happens in the office; numbers choose among what there is at that moment. */
export type Event =
  | { readonly kind: 'join'; readonly center: number; readonly baht: readonly number[] }
  | { readonly kind: 'decline' | 'handOver'; readonly center: number }
  | { readonly kind: 'work'; readonly which: number; readonly act: Act }
  | { readonly kind: 'move'; readonly which: number; readonly center: number }
  /** Every household of a center gets a result, of these amounts in turn, and round 2 is submitted. */
  | { readonly kind: 'finish'; readonly center: number; readonly baht: readonly (readonly number[])[] }
  | { readonly kind: 'report'; readonly round: RoundNo; readonly center: number; readonly stale: boolean };
type Act =
  | { readonly kind: 'correct' | 'restate'; readonly baht: readonly number[] }
  | { readonly kind: 'restructure'; readonly method: UsedMethod }
  | { readonly kind: 'manage' | 'closeOrReopen' };

const baht = fc.array(fc.constantFrom(0, 10_000, 20_000, 30_000), { maxLength: 3 });
const owed = fc.array(fc.constantFrom(10_000, 20_000, 30_000), { minLength: 1, maxLength: 3 });
const center = fc.nat({ max: centers.length - 1 });
const which = fc.nat({ max: 6 });
const methods: readonly UsedMethod[] = [
  { kind: 'consolidation', joined: 2, fund: 'กทบ.' },
  { kind: 'freeze', until: day('2023-01-01') },
  { kind: 'refinance', from: { kind: 'fund', name: 'กข.คจ.' }, toFund: 'กทบ.' },
];
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), baht: owed }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('restate' as const), baht }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('restructure' as const), method: fc.constantFrom(...methods) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('manage' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('closeOrReopen' as const) }) },
);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), center, baht: owed }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('decline' as const, 'handOver' as const), center }),
  },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('work' as const), which, act }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), which, center }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('finish' as const),
      center,
      baht: fc.array(baht, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      round: fc.constantFrom<RoundNo[]>(1, 1, 2),
      center,
      stale: fc.boolean(),
    }),
  },
);
/** Some households join and are managed first, so that what follows has something to befall. */
export const histories = fc
  .tuple(fc.array(owed, { minLength: 2, maxLength: 4 }), fc.array(event, { minLength: 15, maxLength: 60 }))
  .map(([first, events]): readonly Event[] => [
    ...first.map((each, n) => ({ kind: 'join' as const, center: n % 2, baht: each })),
    ...first.map((_, n) => ({ kind: 'work' as const, which: n, act: { kind: 'manage' as const } })),
    ...events,
  ]);

/** What a history leads to. */
export type Played = {
  readonly households: ReadonlyMap<HouseholdId, Household>;
  readonly reports: ReadonlyMap<string, DebtReport>;
  readonly declined: ReadonlyMap<CenterId, number>;
  /** Everything that was contributed, in the order in which it was decided. */
  readonly contributions: readonly Contribution[];
  readonly reached: Reached;
};
export type Reached = { readonly [what: string]: number };

const officers = ['P0000000000000000000000AA', 'P0000000000000000000000BB'] as const;

/** Plays a history through the records that decide. */
export function play(events: readonly Event[]): Played {
  const office = openOffice();
  for (const one of events) office.take(one);
  return office;
}

function openOffice() {
  const households = new Map<HouseholdId, Household>();
  const books = new Map<CenterId, HouseholdBook>();
  const reports = new Map<string, DebtReport>();
  const declined = new Map<CenterId, number>();
  const contributions: Contribution[] = [];
  const reached: Record<string, number> = {};
  const reach = (what: string) => {
    reached[what] = (reached[what] ?? 0) + 1;
  };
  let before: readonly Household[] = [];
  let officer = 0;
  const by = () => officers[officer % 2] as PersonId;
  const placeOf = (n: number) => centers[n % centers.length] ?? centers[0];

  function enter(center: CenterId, household: HouseholdId): number {
    const likeness = { head: household, houseNo: household };
    const intent = { kind: 'enter' as const, household, likeness, otherThan: [] };
    const { record, outcome } = decideBook(books.get(center) ?? newBook(center), {
      id: fresh(),
      by: by(),
      at,
      ...intent,
    });
    books.set(center, record);
    if (outcome.kind !== 'entered') throw new Error(outcome.kind);
    return outcome.no;
  }

  function join(n: number, amounts: readonly number[]): void {
    const area = placeOf(n);
    const intent = joining({ center: area.center, contracts: toContracts(amounts), by: by() });
    const place = { ...area, no: enter(area.center, householdId(intent.id)) };
    const { record } = decideJoin(undefined, intent, place);
    households.set(record.id, record);
  }

  function work(n: number, intent: (present: Household) => Bare | undefined): void {
    const present = [...households.values()][n % Math.max(households.size, 1)];
    const wanted = present && intent(present);
    if (!present || !wanted) return;
    const who = { id: fresh(), by: by(), name: by(), at, center: present.place.center, year };
    const { record, outcome } = decideHousehold(present, { ...who, ...wanted }, limits);
    households.set(record.id, record);
    reach(outcome.kind);
  }

  function report(round: RoundNo, n: number, stale: boolean): void {
    const area = placeOf(n);
    const present = reports.get(`${area.center} ${round}`) ?? emptyReport(round, area);
    // What was read a moment ago, when somebody else was quicker.
    const read = stale ? before : [...households.values()];
    const count = declined.get(area.center) ?? 0;
    const { record, outcome } = submit(present, read, {
      by: by(),
      declined: count,
      joinings: joiningsIn(reports),
    });
    reports.set(`${area.center} ${round}`, record);
    reach(`round ${round} ${outcome.kind}`);
    if (outcome.kind !== 'submitted') return;
    if (outcome.revision > 1) reach(`round ${round} again`);
    if (record.revisions.at(-1)?.content.rows.some(({ from }) => from.length > 0))
      reach(`round ${round} of one that moved`);
    if (stale && read.some(({ id, rev }) => households.get(id)?.rev !== rev)) reach('stale');
    contributions.push(...contributionsOf(record));
  }

  function finish(n: number, amounts: readonly (readonly number[])[]): void {
    const { center } = placeOf(n);
    for (const [which, { place, closed, work: works }] of [...households.values()].entries()) {
      if (place.center !== center || closed || works[year]?.result) continue;
      const baht = amounts[which % amounts.length] ?? [];
      for (const intent of intentsOf({ kind: 'manage' })) work(which, intent);
      for (const intent of intentsOf({ kind: 'restate', baht })) work(which, intent);
    }
    report(2, n, false);
  }

  function decline(n: number): void {
    const { center } = placeOf(n);
    declined.set(center, (declined.get(center) ?? 0) + 1);
  }

  function moveTo(which: number, n: number): void {
    const to = placeOf(n);
    work(which, ({ id, place, closed }) =>
      closed || to.center === place.center ? undefined : move(to, enter(to.center, id)),
    );
  }

  function happen(one: Event) {
    switch (one.kind) {
      case 'join':
        return join(one.center, one.baht);
      case 'decline':
        return decline(one.center);
      case 'handOver':
        officer += 1;
        return reach('handed over');
      case 'work':
        return intentsOf(one.act).forEach((intent) => {
          work(one.which, intent);
        });
      case 'move':
        return moveTo(one.which, one.center);
      case 'finish':
        return finish(one.center, one.baht);
      case 'report':
        return report(one.round, one.center, one.stale);
      default:
        return one satisfies never;
    }
  }

  function take(one: Event): void {
    const present = [...households.values()];
    happen(one);
    if (one.kind !== 'report') before = present;
  }
  return { households, reports, declined, contributions, reached, take };
}

const toContracts = (amounts: readonly number[]): readonly Contract[] =>
  amounts.map((each) => contract(each));

function joiningsIn(reports: ReadonlyMap<string, DebtReport>): readonly RoundRow[] {
  const ofRound1 = [...reports.values()].filter((report) => roundOf(report) === 1);
  return ofRound1.flatMap(({ revisions }) => revisions.at(-1)?.content.rows ?? []);
}

function intentsOf(act: Act): readonly ((present: Household) => Bare | undefined)[] {
  const change = (present: Household, field: Extract<Bare, { kind: 'change' }>['changes'][number]): Bare => ({
    kind: 'change',
    based: present.rev,
    changes: [field],
  });
  switch (act.kind) {
    case 'manage':
      return [() => planned, () => step(4)];
    case 'correct':
      return [(present) => change(present, { field: 'contract', no: 1, value: contract(act.baht[0] ?? 1) })];
    case 'restructure':
      return [(present) => change(present, { field: 'methods', value: [act.method] })];
    case 'restate':
      return [
        ({ work }) => (work[year]?.result ? { kind: 'withdrawResult', reason: 'พิมพ์ผิด' } : undefined),
        () => result(toContracts(act.baht), 'มีเหตุผล'),
      ];
    case 'closeOrReopen':
      return [
        ({ closed }) =>
          closed
            ? { kind: 'reopen', reason: 'บันทึกผิด' }
            : { kind: 'close', closing: { why: 'moved', on: today } },
      ];
    default:
      return act satisfies never;
  }
}
