import { decideShared } from '../../../kernel/decideShared.ts';
import type { Job } from '../../../kernel/effects.ts';
import { partId } from '../../../kernel/intent.ts';
import type { Kept } from '../../../kernel/store.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import type { CenterId, FiscalYear, HouseholdId } from '../../../programme/ids.ts';
import type { HouseholdsIntent, HouseholdWork, JoinResult, LooksAlike } from '../intent.ts';
import { type BookIntent, type BookOutcome, decideBook, newBook } from '../rules/book.ts';
import { decideHousehold } from '../rules/decideHousehold.ts';
import type { Household, HouseholdIntent, HouseholdOutcome, Join, Place } from '../rules/household.ts';
import { decideJoin, householdId, joinProblem } from '../rules/join.ts';
import { contributionsOfHousehold } from '../standing.ts';

type Of<K extends HouseholdsIntent['kind']> = Extract<HouseholdsIntent, { readonly kind: K }>;
type Decided = { readonly record: Household; readonly outcome: HouseholdOutcome };

/**
 * What households and their books decide. A household's figures of what is in progress, and its name in the book of
 * its center, follow each of its decisions.
 */
export function createHouseholdWork(store: Kept, limits: DebtLimits) {
  const acting = ({ id, by, at }: Job, { center, year }: { center: CenterId; year: FiscalYear }) => ({
    id,
    by: by.id,
    name: by.name ?? '',
    at,
    center,
    year,
  });

  return { join, work, batch, logCenterStep, move };

  async function join(job: Job, intent: Of<'joinHousehold'>, center: Center): Promise<JoinResult> {
    if (!intent.consented) return decline(job, intent);
    const joining: Join = { ...acting(job, intent), ...intent.details };
    if (intent.again !== undefined) return joinAgain(job, joining, intent.again);
    const wrong = joinProblem(joining);
    if (wrong) return { kind: 'refused', problem: wrong };
    const id = householdId(job.id);
    const entered = await enter(job, center.id, { ...joining, household: id, otherThan: intent.otherThan });
    if (entered.kind !== 'entered') return entered;
    const place = placeIn(center, entered.no);
    const decided = await decideShared(store.households, id, (present) =>
      decideJoin(present, joining, place),
    );
    return joinResult(await followed(decided));
  }

  async function joinAgain(job: Job, joining: Join, id: HouseholdId): Promise<JoinResult> {
    const decided = await decideShared(
      store.households,
      id,
      (present) => present && decideJoin(present, joining, present.place),
    );
    if (!decided) return { kind: 'elsewhere' };
    await renamed(job, decided.record);
    return joinResult(await followed(decided));
  }

  async function decline({ id, by, at }: Job, { center, year }: Of<'joinHousehold'>): Promise<JoinResult> {
    const outcome = await inBook(center, { kind: 'decline', id, by: by.id, at, year });
    if (outcome.kind !== 'declined') throw new Error('a book counts who declined');
    return outcome;
  }

  function work(job: Job, { household, work, ...where }: Of<'workHousehold'>): Promise<HouseholdOutcome> {
    return workOne(job, where, household, work);
  }

  /** Each line by itself: what is wrong with one changes nothing of another. */
  async function batch(job: Job, { lines, ...where }: Of<'batchHouseholds'>) {
    const done = [];
    for (const [place, line] of lines.entries()) {
      // Of several steps of one household each is an intent of its own.
      const before = lines.slice(0, place).filter(({ no }) => no === line.no).length;
      const id = partId(job.id, before === 0 ? String(line.no) : `${line.no}/${before}`);
      const result = await workOne({ ...job, id }, where, line.household, line.work);
      done.push({ ...line, result });
    }
    return done;
  }

  async function workOne(
    job: Job,
    where: { readonly center: CenterId; readonly year: FiscalYear },
    household: HouseholdId,
    work: HouseholdWork,
  ): Promise<HouseholdOutcome> {
    const decided = await decideShared(store.households, household, async (present) => {
      if (!present) return undefined;
      const intent = await toIntent(acting(job, where), work);
      return decideHousehold(present, intent, limits);
    });
    if (!decided) return { kind: 'elsewhere' };
    if (work.kind === 'change') await renamed(job, decided.record);
    return followed(decided);
  }

  /** The steps of the whole center count for each of its households. */
  async function toIntent(who: ReturnType<typeof acting>, work: HouseholdWork): Promise<HouseholdIntent> {
    if (work.kind !== 'logStep') return { ...who, ...work };
    const book = await store.books.read(who.center);
    return { ...who, ...work, centerSteps: book?.steps[who.year] ?? [] };
  }

  function logCenterStep({ id, by, at }: Job, intent: Of<'logCenterStep'>): Promise<BookOutcome> {
    const { center, year, step, told } = intent;
    return inBook(center, { kind: 'logStep', id, by: by.id, at, year, step, told });
  }

  /** The book of the new center gives a number first; a household that does not move after all leaves it unused. */
  async function move(
    job: Job,
    intent: Of<'moveHousehold'>,
    to: Center,
  ): Promise<HouseholdOutcome | LooksAlike> {
    const { household: id, center, otherThan } = intent;
    const present = await store.households.read(id);
    if (!present) return { kind: 'elsewhere' };
    const stays = present.place.center !== center || present.closed !== undefined || to.id === center;
    const entered =
      stays || present.outcomes[job.id]
        ? { kind: 'entered' as const, no: present.place.no }
        : await enter(job, to.id, { household: id, ...present, otherThan });
    if (entered.kind !== 'entered') return entered;
    const wanted: HouseholdIntent = {
      ...acting(job, intent),
      kind: 'move',
      to: stays ? present.place : placeIn(to, entered.no),
      centerSteps: (await store.books.read(center))?.steps ?? {},
    };
    const decided = await decideShared(
      store.households,
      id,
      (now) => now && decideHousehold(now, wanted, limits),
    );
    if (!decided) return { kind: 'elsewhere' };
    await renamed(job, decided.record);
    return followed(decided);
  }

  async function enter(
    { id, by, at }: Job,
    center: CenterId,
    {
      household,
      head,
      houseNo,
      otherThan,
    }: {
      readonly household: HouseholdId;
      readonly head: string;
      readonly houseNo: string;
      readonly otherThan: readonly number[];
    },
  ) {
    const likeness = { head, houseNo };
    const who = { id, by: by.id, at };
    const outcome = await inBook(center, { ...who, kind: 'enter', household, likeness, otherThan });
    if (outcome.kind === 'entered' || outcome.kind === 'looksAlike') return outcome;
    throw new Error('a book enters a household or asks about one like it');
  }

  async function inBook(center: CenterId, intent: BookIntent): Promise<BookOutcome> {
    const decided = await decideShared(store.books, center, (book) =>
      decideBook(book ?? newBook(center), intent),
    );
    if (!decided) throw new Error('a book always decides');
    return decided.outcome;
  }

  /** The figures of every year of its work, since closing and moving concern them all. */
  async function followed(decided: Decided | undefined): Promise<HouseholdOutcome> {
    if (!decided) throw new Error('a household always decides');
    const { record, outcome } = decided;
    for (const year of Object.keys(record.work).map(toYear)) {
      await store.standings.contribute(year, contributionsOfHousehold(record, year));
    }
    return outcome;
  }

  /**
   * Its name in the book is the one that it has when the book is written, so that two changes at once end in the
   * same name in both.
   */
  async function renamed({ id: intent, by, at }: Job, { id, place }: Household): Promise<void> {
    await decideShared(store.books, place.center, async (book) => {
      const household = await store.households.read(id);
      const entry = book?.entries.find((each) => each.household === id);
      if (!book || !household || !entry) return undefined;
      const { head, houseNo } = household;
      if (entry.head === head && entry.houseNo === houseNo) return undefined;
      const likeness = { head, houseNo };
      const who = { id: partId(intent, 'name'), by: by.id, at };
      return decideBook(book, { ...who, kind: 'rename', household: id, likeness });
    });
  }
}

const placeIn = ({ id: center, province, district }: Center, no: number): Place => ({
  center,
  province,
  district,
  no,
});

const toYear = (year: string): FiscalYear => Number(year) as FiscalYear;

function joinResult(outcome: HouseholdOutcome): JoinResult {
  if (outcome.kind === 'joined' || outcome.kind === 'elsewhere' || outcome.kind === 'refused') return outcome;
  throw new Error(`a joining ended as ${outcome.kind}`);
}
