import { bangkokDate } from '../../../programme/calendar/calendar.ts';
import type { CenterId, FiscalYear, HouseholdId, IntentId, PersonId } from '../../../programme/ids.ts';
import { remember, type Shared } from '../../../programme/sharedRecord.ts';
import { type Likeness, looksAlike } from './duplicate.ts';
import { type HouseholdProblem, longest, optionalTextProblem, problem } from './problem.ts';
import type { CenterStep, CenterStepNo, ToldStep } from './steps.ts';

/**
 * A center's household book: it gives each household its number in the center, counts those that did not consent,
 * and keeps the steps that were done for all at once.
 */
export type HouseholdBook = Shared<BookOutcome> & {
  readonly center: CenterId;
  /** One for each number ever given, from 1; a household that left or moved keeps its number here. */
  readonly entries: readonly BookEntry[];
  /** By fiscal year: households that did not consent. Nothing else is kept of them. */
  readonly declined: { readonly [year: number]: number };
  /** By fiscal year. */
  readonly steps: { readonly [year: number]: readonly CenterStep[] };
};

/** Head and house number stand here only to notice a household that is entered twice. */
export type BookEntry = Likeness & { readonly no: number; readonly household: HouseholdId };

export type BookIntent = { readonly id: IntentId; readonly by: PersonId; readonly at: Date } & (
  | {
      readonly kind: 'enter';
      readonly household: HouseholdId;
      readonly likeness: Likeness;
      /** Numbers of households that look alike, and that the officer knows to be others. */
      readonly otherThan: readonly number[];
    }
  | { readonly kind: 'rename'; readonly household: HouseholdId; readonly likeness: Likeness }
  | { readonly kind: 'decline' | 'takeBackDecline'; readonly year: FiscalYear }
  | {
      readonly kind: 'logStep';
      readonly year: FiscalYear;
      readonly step: CenterStepNo;
      readonly told: ToldStep;
    }
);

export type BookOutcome =
  | { readonly kind: 'entered'; readonly no: number }
  /** Asked about: these have the same house number and a similar head. */
  | { readonly kind: 'looksAlike'; readonly nos: readonly number[] }
  | { readonly kind: 'renamed' }
  | { readonly kind: 'declined'; readonly count: number }
  | { readonly kind: 'stepLogged'; readonly step: CenterStepNo }
  | { readonly kind: 'refused'; readonly problem: HouseholdProblem };

export const newBook = (center: CenterId): HouseholdBook => ({
  center,
  entries: [],
  declined: {},
  steps: {},
  rev: 0,
  outcomes: {},
});

/** The numbers of households that are probably the same one. */
export const alikeIn = (book: Pick<HouseholdBook, 'entries'>, likeness: Likeness): readonly number[] =>
  book.entries.filter((entry) => looksAlike(entry, likeness)).map(({ no }) => no);

/** Decides an intent against the present book; an intent seen before changes nothing. */
export function decideBook(
  present: HouseholdBook,
  intent: BookIntent,
): { record: HouseholdBook; outcome: BookOutcome } {
  const known = present.outcomes[intent.id];
  if (known) return { record: present, outcome: known };
  const { change, outcome } = settle(present, intent);
  return {
    outcome,
    record: {
      ...present,
      ...change,
      rev: present.rev + 1,
      outcomes: remember(present.outcomes, intent.id, outcome),
    },
  };
}

type Settled = {
  readonly change: Partial<Pick<HouseholdBook, 'entries' | 'declined' | 'steps'>>;
  readonly outcome: BookOutcome;
};
type Of<K extends BookIntent['kind']> = Extract<BookIntent, { readonly kind: K }>;

const unchanged = (outcome: BookOutcome): Settled => ({ change: {}, outcome });

function settle(present: HouseholdBook, intent: BookIntent): Settled {
  switch (intent.kind) {
    case 'enter':
      return enter(present, intent);
    case 'rename':
      return rename(present, intent);
    case 'decline':
      return count(present, intent.year, 1);
    case 'takeBackDecline':
      return count(present, intent.year, -1);
    case 'logStep':
      return logStep(present, intent);
    default:
      return intent satisfies never;
  }
}

/** A household that was here before has its number again. */
function enter({ entries }: HouseholdBook, { household, likeness, otherThan }: Of<'enter'>): Settled {
  const known = entries.find((entry) => entry.household === household);
  if (known) return unchanged({ kind: 'entered', no: known.no });
  const nos = alikeIn({ entries }, likeness).filter((no) => !otherThan.includes(no));
  if (nos.length > 0) return unchanged({ kind: 'looksAlike', nos });
  const no = entries.length + 1;
  const { head, houseNo } = likeness;
  return {
    change: { entries: [...entries, { no, household, head, houseNo }] },
    outcome: { kind: 'entered', no },
  };
}

function rename({ entries }: HouseholdBook, { household, likeness }: Of<'rename'>): Settled {
  const { head, houseNo } = likeness;
  return {
    change: {
      entries: entries.map((entry) => (entry.household === household ? { ...entry, head, houseNo } : entry)),
    },
    outcome: { kind: 'renamed' },
  };
}

function count({ declined }: HouseholdBook, year: FiscalYear, by: 1 | -1): Settled {
  const count = Math.max(0, (declined[year] ?? 0) + by);
  return { change: { declined: { ...declined, [year]: count } }, outcome: { kind: 'declined', count } };
}

function logStep({ steps }: HouseholdBook, intent: Of<'logStep'>): Settled {
  const { step, told, year, at, by } = intent;
  const wrong =
    (told.on > bangkokDate(at) ? problem('inFuture') : undefined) ??
    optionalTextProblem('together', told.together, longest.line) ??
    optionalTextProblem('note', told.note, longest.note);
  if (wrong) return unchanged({ kind: 'refused', problem: wrong });
  const logged: CenterStep = { ...told, step, at, by };
  return {
    change: { steps: { ...steps, [year]: [...(steps[year] ?? []), logged] } },
    outcome: { kind: 'stepLogged', step },
  };
}
