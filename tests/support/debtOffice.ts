import { decideBook, type HouseholdBook, newBook } from '../../src/features/household/rules/book.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import { decideHousehold } from '../../src/features/household/rules/decideHousehold.ts';
import type {
  Household,
  HouseholdIntent,
  HouseholdOutcome,
} from '../../src/features/household/rules/household.ts';
import { decideJoin, householdId, joinProblem } from '../../src/features/household/rules/join.ts';
import { type DebtReport, decideRound, newDebtReport } from '../../src/features/household/rules/round.ts';
import type { RoundRow } from '../../src/features/household/rules/roundRow.ts';
import { scopeOfCenter } from '../../src/kernel/area/scopeOfCenter.ts';
import { type Gathered, type Needs, nothingGathered } from '../../src/kernel/flow.ts';
import type {
  HouseholdsIntent,
  HouseholdsOutcome,
  HouseholdWork,
  Intent,
  Outcome,
} from '../../src/kernel/intent.ts';
import type { Person } from '../../src/kernel/person.ts';
import { covers } from '../../src/programme/area/areas.ts';
import type { Center } from '../../src/programme/center/center.ts';
import type { CenterId, HouseholdId, IntentId } from '../../src/programme/ids.ts';
import { makeReceipt } from '../../src/programme/report/receipt.ts';
import { now, year } from './flowWorld.ts';

/** Households, books and reports of some centers, deciding as the office's records do. */
export function debtOffice(centers: readonly Center[]) {
  const households = new Map<HouseholdId, Household>();
  const books = new Map<CenterId, HouseholdBook>();
  const reports = new Map<string, DebtReport>();

  const bookOf = (center: CenterId) => books.get(center) ?? newBook(center);
  const inCenter = (id: CenterId) => [...households.values()].filter(({ place }) => place.center === id);
  const joinings = (): readonly RoundRow[] =>
    [...reports.values()].flatMap((report) =>
      report.round === 1 ? (report.revisions.at(-1)?.rows ?? []) : [],
    );

  async function gather(needs: Needs): Promise<Gathered> {
    const { households: wanted } = needs;
    const book = wanted && books.get(wanted.center);
    return {
      ...nothingGathered,
      centers: centers.filter((center) =>
        needs.centersIn?.some((scope) => covers(scope, scopeOfCenter(center))),
      ),
      households: wanted ? inCenter(wanted.center) : [],
      ...(book ? { book } : {}),
      joinings: wanted ? joinings() : [],
      debtReports: [...reports.values()].filter(
        ({ center, revisions }) =>
          center === needs.debtReports?.center ||
          revisions.some(({ receipt }) => receipt === needs.receipt?.receipt),
      ),
    };
  }

  function perform(person: Person, intent: Intent, id: IntentId): Outcome {
    if (!('center' in intent) || !isOfHouseholds(intent)) throw new Error(`no ${intent.kind} here`);
    return decide({ id, by: person.id, name: person.name ?? '', at: now }, intent);
  }

  function decide(who: Who, intent: HouseholdsIntent): HouseholdsOutcome {
    const where = { center: intent.center, year: intent.year };
    switch (intent.kind) {
      case 'joinHousehold':
        return { of: intent.kind, ...where, result: join(who, intent) };
      case 'workHousehold': {
        const { household, work } = intent;
        return { of: intent.kind, ...where, household, work, result: workOn(who, intent, household, work) };
      }
      case 'batchHouseholds': {
        const lines = intent.lines.map((line) => ({
          ...line,
          result: workOn(
            { ...who, id: `${who.id}:${line.no}` as IntentId },
            intent,
            line.household,
            line.work,
          ),
        }));
        return { of: intent.kind, ...where, lines };
      }
      case 'logCenterStep': {
        const { step, told } = intent;
        return {
          of: intent.kind,
          ...where,
          result: inBook(intent.center, { ...who, kind: 'logStep', year, step, told }),
        };
      }
      case 'moveHousehold': {
        const { household, to } = intent;
        return { of: intent.kind, ...where, household, to, result: move(who, intent) };
      }
      case 'submitRound':
        return { of: intent.kind, ...where, round: intent.round, result: submit(who, intent) };
      default:
        return intent satisfies never;
    }
  }

  function inBook(center: CenterId, intent: Parameters<typeof decideBook>[1]) {
    const { record, outcome } = decideBook(bookOf(center), intent);
    books.set(center, record);
    return outcome;
  }

  function join(
    who: Who,
    intent: Of<'joinHousehold'>,
  ): Extract<HouseholdsOutcome, { of: 'joinHousehold' }>['result'] {
    const { center, year: of } = intent;
    if (!intent.consented) {
      const declined = inBook(center, { ...who, kind: 'decline', year: of });
      if (declined.kind !== 'declined') throw new Error(declined.kind);
      return declined;
    }
    const joining = { ...who, center, year: of, ...intent.details };
    const wrong = joinProblem(joining, legalLimits);
    if (wrong) return { kind: 'refused', problem: wrong };
    const household = intent.again ?? householdId(who.id);
    const { otherThan } = intent;
    const entered = inBook(center, { ...who, kind: 'enter', household, likeness: joining, otherThan });
    if (entered.kind === 'looksAlike') return entered;
    if (entered.kind !== 'entered') throw new Error(entered.kind);
    const place = placeIn(center, entered.no);
    const { record, outcome } = decideJoin(households.get(household), joining, {
      place,
      limits: legalLimits,
    });
    households.set(record.id, record);
    return outcome as ReturnType<typeof join>;
  }

  function placeIn(id: CenterId, no: number) {
    const center = centers.find((one) => one.id === id);
    if (!center) throw new Error('no such center');
    return { center: id, province: center.province, district: center.district, no };
  }

  function workOn(
    who: Who,
    { center, year: of }: Pick<HouseholdsIntent, 'center' | 'year'>,
    id: HouseholdId,
    work: HouseholdWork,
  ): HouseholdOutcome {
    const present = households.get(id);
    if (!present) return { kind: 'elsewhere' };
    const acting = { ...who, center, year: of };
    const intent: HouseholdIntent =
      work.kind === 'logStep'
        ? { ...acting, ...work, centerSteps: bookOf(center).steps[of] ?? [] }
        : { ...acting, ...work };
    const { record, outcome } = decideHousehold(present, intent, legalLimits);
    households.set(id, record);
    return outcome;
  }

  function move(who: Who, { center, year: of, household, to, otherThan }: Of<'moveHousehold'>) {
    const present = households.get(household);
    if (!present) throw new Error('no such household');
    const entered = inBook(to, { ...who, kind: 'enter', household, likeness: present, otherThan });
    if (entered.kind === 'looksAlike') return entered;
    if (entered.kind !== 'entered') throw new Error(entered.kind);
    const intent = { ...who, center, year: of, kind: 'move' as const, to: placeIn(to, entered.no) };
    const { record, outcome } = decideHousehold(present, intent, legalLimits);
    households.set(household, record);
    return outcome;
  }

  function submit(who: Who, { center, year: of, round, shown }: Of<'submitRound'>) {
    const { province, district } = placeIn(center, 0);
    const present =
      reports.get(`${center}:${round}`) ?? newDebtReport({ center, province, district }, round, of);
    const { record, outcome } = decideRound(present, {
      ...who,
      kind: 'submit',
      ...(shown !== undefined && { shown }),
      receipt: makeReceipt(of, Buffer.from(who.id), 0),
      households: inCenter(center),
      declined: bookOf(center).declined[of] ?? 0,
      joinings: joinings(),
    });
    reports.set(`${center}:${round}`, record);
    return outcome;
  }

  return {
    gather,
    perform,
    /** The households of a center by number. */
    of: (center: Center) => inCenter(center.id).toSorted((a, b) => a.place.no - b.place.no),
    declinedIn: (center: Center) => bookOf(center.id).declined[year] ?? 0,
    reportsOf: (center: Center) => [...reports.values()].filter((report) => report.center === center.id),
    /** Somebody else works with a household. */
    works: (id: string, center: Center, household: HouseholdId, work: HouseholdWork) =>
      workOn(
        { id: id as IntentId, by: 'P0000000000000000000000ZZ' as Who['by'], name: 'วิชัย', at: now },
        { center: center.id, year },
        household,
        work,
      ),
  };
}

export type DebtOffice = ReturnType<typeof debtOffice>;
type Who = Pick<HouseholdIntent, 'id' | 'by' | 'name' | 'at'>;
type Of<K extends HouseholdsIntent['kind']> = Extract<HouseholdsIntent, { readonly kind: K }>;

const kinds: readonly string[] = [
  'joinHousehold',
  'workHousehold',
  'logCenterStep',
  'batchHouseholds',
  'moveHousehold',
  'submitRound',
] satisfies readonly HouseholdsIntent['kind'][];
const isOfHouseholds = (intent: Intent): intent is HouseholdsIntent => kinds.includes(intent.kind);
